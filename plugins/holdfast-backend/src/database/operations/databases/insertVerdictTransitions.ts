import { Verdict } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';

/**
 * A verdict that changed.
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
    transitions.map(({ databaseId, uid, at, from, to, rule }) => ({
      database_id: databaseId,
      uid,
      at,
      from_verdict: from ?? null,
      to_verdict: to ?? null,
      rule: rule ?? null,
    })),
  );
}
