import { seededUid } from '../kubernetes/seededUid';
import { completedBackup } from './completedBackup';
import {
  BACKUP_ERROR,
  compactTime,
  NO_BACKUP_SECTION,
  objectStoreNotFound,
} from './names';
import { keptBackups } from './retention';
import { STORE_MISSING_MINUTES } from './SimulatedArchiver';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** No schedule leaves more Backups than this behind, so that the fleet stays small. */
const MOST_BACKUPS = 340;

/** How long ago the last run was where backups are overdue. */
const OVERDUE_DAYS = 4;

/** How old the oldest backup is at most where older ones were deleted. */
const RECENT_DAYS = 3;

/** How long ago a backup was taken by hand. */
const BY_HAND_HOURS = 20;

/** How long ago a database moved to another store, or to another major version of PostgreSQL. */
const MOVED_DAYS = 75;

/** The backups that a database has behind it when the demo begins, oldest first. */
export function backupHistory(
  database: SimulatedDatabase,
  now: Date,
): SimulatedBackup[] {
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * HOUR);
  const byHand = (hoursAgo: number, changes?: Partial<SimulatedBackup>) => ({
    ...completedBackup(database, {
      name: `${database.name}-${compactTime(at(hoursAgo))}`,
      requestedAt: at(hoursAgo),
    }),
    ...changes,
  });
  switch (database.traits.backups ?? 'regular') {
    case 'none':
      return [];
    case 'former-store':
      // The plugin deletes its own Backups that its store in use does not have; those of in-tree Barman stay.
      return [
        byHand(MOVED_DAYS * 24, {
          method: 'barmanObjectStore',
          serverName: database.name,
          destinationPath: `s3://${database.store.bucket}-before/`,
        }),
      ];
    case 'former-major-version':
      return [
        byHand(MOVED_DAYS * 24, { majorVersion: database.majorVersion - 1 }),
      ];
    case 'earlier-incarnation': {
      const clusterUid = seededUid(database.uid, 'earlier');
      return [byHand(80, { clusterUid }), byHand(56, { clusterUid })];
    }
    case 'by-hand':
      return [byHand(BY_HAND_HOURS)];
    case 'overdue':
      return scheduled(database, at(OVERDUE_DAYS * 24), now);
    case 'recent':
      return scheduled(database, now, now).filter(
        ({ requestedAt }) => requestedAt >= at(RECENT_DAYS * 24),
      );
    case 'last-failed': {
      const backups = scheduled(database, now, now);
      return failedFrom(backups, backups.length - 1, BACKUP_ERROR);
    }
    case 'refused':
      return scheduled(database, now, now).map(backup => refused(backup));
    default:
      return regular(database, now);
  }
}

function regular(database: SimulatedDatabase, now: Date): SimulatedBackup[] {
  const { traits } = database;
  const backups = scheduled(database, suspendedAt(database, now), now);
  if (!traits.storeMissing) return backups;
  const missingSince = now.getTime() - STORE_MISSING_MINUTES * 60_000;
  const first = backups.findIndex(
    ({ requestedAt }) => requestedAt.getTime() >= missingSince,
  );
  return first < 0
    ? backups
    : failedFrom(backups, first, objectStoreNotFound(database.objectStoreName));
}

function failedFrom(
  backups: readonly SimulatedBackup[],
  first: number,
  error: string,
): SimulatedBackup[] {
  return backups.map((backup, index) =>
    index < first ? backup : { ...backup, state: 'failed', error },
  );
}

/** The Backup that the operator does not even begin. */
export function refused(
  backup: SimulatedBackup,
  error = NO_BACKUP_SECTION,
): SimulatedBackup {
  return {
    ...backup,
    state: 'failed',
    error,
    endsAt: backup.requestedAt,
    instance: undefined,
  };
}

function suspendedAt({ traits }: SimulatedDatabase, now: Date): Date {
  const days =
    traits.schedule !== 'none' ? traits.schedule?.suspendedDaysAgo ?? 0 : 0;
  return new Date(now.getTime() - days * DAY);
}

function scheduled(
  database: SimulatedDatabase,
  until: Date,
  now: Date,
): SimulatedBackup[] {
  const { retentionDays } = database;
  const [schedule] = database.schedules;
  if (!schedule || schedule.unnoticed) return [];
  const from = new Date(until.getTime() - retentionDays * DAY);
  const runs = schedule.runsBetween(from, until, MOST_BACKUPS);
  const last = runs.at(-1);
  if (last) schedule.ran(last);
  const backups = runs.map(requestedAt =>
    completedBackup(database, {
      name: `${schedule.name}-${compactTime(requestedAt)}`,
      schedule: schedule.name,
      method: schedule.method,
      requestedAt,
    }),
  );
  return keptBackups(backups, { retentionDays, now });
}
