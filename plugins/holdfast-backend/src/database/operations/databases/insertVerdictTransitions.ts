import { AttainmentState, Verdict } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';

/**
 * A moment at which the verdict, or whether the RPO is attained, became another one.
 */
export interface VerdictTransition {
  databaseId: string;
  uid: string;
  /** In ms since 1970. */
  at: number;
  /** Absent when the database was not known before. */
  from?: Verdict;
  /** Absent when the database is gone. */
  to?: Verdict;
  /** The rule of the finding that decided, if one did. */
  rule?: string;
  /** What that finding said. */
  message?: string;
  /** Whether the RPO for the loss of data is attained from then on. */
  rpo?: AttainmentState;
}

/**
 * Adds to the history of verdicts.
 */
export async function insertVerdictTransitions(
  knex: Knex,
  options: { transitions: readonly VerdictTransition[] },
): Promise<void> {
  const { transitions } = options;
  if (!transitions.length) {
    return;
  }
  await knex('verdict_transitions').insert(
    transitions.map(({ databaseId, uid, at, from, to, ...decided }) => ({
      database_id: databaseId,
      uid,
      at,
      from_verdict: from ?? null,
      to_verdict: to ?? null,
      rule: decided.rule ?? null,
      message: decided.message ?? null,
      rpo: decided.rpo ?? null,
    })),
  );
}
