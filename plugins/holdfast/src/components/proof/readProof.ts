import { RestoreEntry } from '@holdfast/plugin-holdfast-common';

/**
 * What restores say of a database.
 *
 * - `current`: one succeeded within the drill interval, and none has failed since
 * - `overdue`: the last one that succeeded is older than that
 * - `failed`: the last one has failed
 * - `other-incarnation`: those that succeeded were of an earlier database of the name
 * - `none`: none is known to have succeeded
 */
export interface ProofStanding {
  state: 'current' | 'overdue' | 'failed' | 'other-incarnation' | 'none';
  /** The last one that succeeded. */
  last?: RestoreEntry;
  /** The last one, where it has failed. */
  failed?: RestoreEntry;
  /** When the next one is due, in milliseconds since the epoch. */
  dueAt?: number;
}

/** Reads restores, newest first, as the verdict does. */
export function readProof(options: {
  restores: readonly RestoreEntry[];
  drillIntervalSeconds: number;
  now: number;
}): ProofStanding {
  const { restores, drillIntervalSeconds, now } = options;
  const succeeded = ({ outcome }: RestoreEntry) => outcome === 'succeeded';
  const ofToday = restores.filter(
    ({ incarnation }) => incarnation === 'current',
  );
  const last = ofToday.find(succeeded);
  const dueAt = last && doneAt(last) + drillIntervalSeconds * 1_000;
  const newest = ofToday.at(0);
  if (newest && !succeeded(newest)) {
    return { state: 'failed', failed: newest, last, dueAt };
  }
  if (!last || dueAt === undefined) {
    const earlier = restores.find(succeeded);
    return earlier
      ? { state: 'other-incarnation', last: earlier }
      : { state: 'none' };
  }
  return { state: dueAt < now ? 'overdue' : 'current', last, dueAt };
}

/** When the data could be used; what did not say is taken at its start. */
export function doneAt({ readyAt, endedAt, startedAt }: RestoreEntry): number {
  return Date.parse(readyAt ?? endedAt ?? startedAt);
}
