import { Database, Restore, RestoreCheck } from '../../model';
import { momentOf } from '../moment';

/**
 * The last restore of the database as it is now that ended, well or not. Of two that began at one moment, the one that failed.
 */
export function lastEndedRestore(database: Database): Restore | undefined {
  const createdAt = momentOf(database.createdAt) ?? -Infinity;
  let last: Restore | undefined;
  let lastAt = -Infinity;
  for (const restore of database.restores) {
    if (restore.state === 'running') continue;
    const startedAt = momentOf(restore.startedAt) ?? Infinity;
    // What befell an earlier database of the same name says nothing of this one.
    if (startedAt < createdAt) continue;
    const worse = startedAt === lastAt && hasFailed(restore);
    if (startedAt > lastAt || worse) {
      last = restore;
      lastAt = startedAt;
    }
  }
  return last;
}

/**
 * A restore whose data is not what it should be has failed, whatever else is said of it.
 *
 * @public
 */
export function hasFailed(restore: Restore): boolean {
  return restore.state === 'failed' || failedChecksOf(restore).length > 0;
}

export function failedChecksOf({ checks = [] }: Restore): RestoreCheck[] {
  return checks.filter(({ passed }) => !passed);
}
