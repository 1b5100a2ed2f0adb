import { Database, Restore } from '../../model';
import { momentOf } from '../moment';
import { hasFailed } from './lastEndedRestore';

/** A restore that succeeded, with the time that it took. */
export interface TimedRestore {
  restore: Restore;
  startedAt: number;
  readyAt: number;
  seconds: number;
}

/**
 * The last restore that succeeded and whose duration is known.
 */
export function lastSuccessfulRestore(
  database: Database,
): TimedRestore | undefined {
  let last: TimedRestore | undefined;
  for (const restore of database.restores) {
    if (restore.state !== 'succeeded' || hasFailed(restore)) continue;
    const startedAt = momentOf(restore.startedAt);
    const readyAt = momentOf(restore.readyAt);
    if (startedAt === undefined || readyAt === undefined) continue;
    if (readyAt < startedAt || (last && readyAt <= last.readyAt)) continue;
    const seconds = (readyAt - startedAt) / 1000;
    last = { restore, startedAt, readyAt, seconds };
  }
  return last;
}

/** Whether a restore was of the database that exists now; undefined when that cannot be told. */
export function isOfThisIncarnation(
  { startedAt }: TimedRestore,
  database: Database,
): boolean | undefined {
  const createdAt = momentOf(database.createdAt);
  return createdAt === undefined ? undefined : startedAt >= createdAt;
}
