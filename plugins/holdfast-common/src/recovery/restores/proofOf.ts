import { RuleContext } from '../Rule';
import { hasFailed, lastEndedRestore } from './lastEndedRestore';
import {
  isOfThisIncarnation,
  lastSuccessfulRestore,
  TimedRestore,
} from './lastSuccessfulRestore';

/**
 * What restores say about a database.
 *
 * - `current`: one succeeded within the drill interval, and none has failed since
 * - `overdue`: the last one that succeeded is older than that
 * - `failed`: the last one that ended has failed
 * - `other-incarnation`: the last one that succeeded was not of the database as it exists now, or that cannot be told
 * - `none`: none is known to have succeeded
 */
export interface Proof {
  state: 'current' | 'overdue' | 'failed' | 'other-incarnation' | 'none';
  /** The last one that succeeded. */
  last?: TimedRestore;
}

/** Finds out whether a restore proves that the database can be brought back. */
export function proofOf({
  database,
  objective,
  clock,
}: Pick<RuleContext, 'database' | 'objective' | 'clock'>): Proof {
  const last = lastSuccessfulRestore(database);
  const ended = lastEndedRestore(database);
  if (ended && hasFailed(ended)) return { state: 'failed', last };
  if (!last) return { state: 'none' };
  if (!isOfThisIncarnation(last, database)) {
    return { state: 'other-incarnation', last };
  }
  const intervalMs = objective.drillIntervalSeconds.value * 1000;
  return clock.hasPassed(last.readyAt + intervalMs + 1)
    ? { state: 'overdue', last }
    : { state: 'current', last };
}
