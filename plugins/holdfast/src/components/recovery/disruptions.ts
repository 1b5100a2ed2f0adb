import {
  Assessment,
  Disruption,
  Verdict,
} from '@holdfast/plugin-holdfast-common';
import { compare } from '../comparison';
import { rpoNow } from './rpoNow';

/** The most likely first, as objectives list them. */
export const disruptions: readonly Disruption[] = [
  'instance',
  'zone',
  'region',
  'data',
];

/** Whether a disruption takes everything: the data is lost, and there is nothing to restore from. */
export function leavesNothing(
  verdict: Verdict,
  disruption: Disruption,
): boolean {
  return verdict === 'unprotected' && disruption === 'data';
}

/** For how many disruptions an objective is missed, and for how many others it cannot be told. */
export function countDisruptions(
  assessment: Assessment,
  now: number,
): { missed: number; unknown: number } {
  const { rpo, rto, objective, verdict } = assessment;
  const counts = { missed: 0, unknown: 0 };
  if (verdict === 'exempt') return counts;
  for (const disruption of disruptions) {
    const comparisons = [
      {
        attained: rpoNow(rpo[disruption], now),
        objective: objective.rpoSeconds[disruption].value,
      },
      {
        attained: rto[disruption].seconds,
        objective: objective.rtoSeconds[disruption].value,
      },
    ].map(values =>
      compare({
        ...values,
        nothing: leavesNothing(verdict, disruption),
        exempt: false,
      }),
    );
    if (comparisons.includes('missed')) counts.missed += 1;
    else if (comparisons.includes('undecided')) counts.unknown += 1;
  }
  return counts;
}
