import {
  AttainmentState,
  Verdict,
  verdictOrder,
} from '@holdfast/plugin-holdfast-common';
import { VerdictTransitionRow } from '../../recoveryTables';
import { VerdictTransition } from '../databases/insertVerdictTransitions';

const attainmentStates: readonly AttainmentState[] = [
  'met',
  'missed',
  'unknown',
  'exempt',
];

const verdicts: readonly Verdict[] = [...verdictOrder, 'exempt'];

/** A transition with its number, which grows with time. */
export interface StoredTransition extends VerdictTransition {
  number: number;
}

export function transitionOf(row: VerdictTransitionRow): StoredTransition {
  const from = verdicts.find(verdict => verdict === row.from_verdict);
  const to = verdicts.find(verdict => verdict === row.to_verdict);
  const rpo = attainmentStates.find(state => state === row.rpo);
  return {
    number: Number(row.id),
    databaseId: row.database_id,
    uid: row.uid,
    at: Number(row.at),
    ...(from && { from }),
    ...(to && { to }),
    ...(row.rule !== null && { rule: row.rule }),
    ...(row.message !== null && { message: row.message }),
    ...(rpo && { rpo }),
  };
}
