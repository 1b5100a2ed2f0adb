import { seededUid } from '../kubernetes/seededUid';
import { BACKUP_ERROR, backupIdAt } from './names';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** No schedule leaves more Backups than this behind, so that the fleet stays small. */
const MOST_BACKUPS = 340;

/** How long ago the last run was where backups are overdue. */
const OVERDUE_DAYS = 4;

/** The backups that a database has behind it when the demo begins, oldest first. */
export function backupHistory(
  database: SimulatedDatabase,
  now: Date,
): SimulatedBackup[] {
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * HOUR);
  switch (database.traits.backups ?? 'regular') {
    case 'none':
      return [];
    case 'old-store':
      return [
        database.completedBackup({
          name: `${database.name}-before-move`,
          startedAt: at(75 * 24),
          serverName: database.name,
        }),
      ];
    case 'earlier-incarnation': {
      const clusterUid = seededUid(database.uid, 'earlier');
      return [80, 56].map(hoursAgo =>
        database.completedBackup({
          name: `${database.name}-${backupIdAt(at(hoursAgo)).toLowerCase()}`,
          startedAt: at(hoursAgo),
          clusterUid,
        }),
      );
    }
    case 'overdue':
      return scheduled(database, at(OVERDUE_DAYS * 24));
    case 'last-failed': {
      const backups = scheduled(database, now);
      const last = backups.at(-1);
      if (last) {
        last.state = 'failed';
        last.error = BACKUP_ERROR;
      }
      return backups;
    }
    default:
      return scheduled(database, suspendedAt(database, now));
  }
}

function suspendedAt({ traits }: SimulatedDatabase, now: Date): Date {
  const days =
    traits.schedule !== 'none' ? traits.schedule?.suspendedDaysAgo ?? 0 : 0;
  return new Date(now.getTime() - days * DAY);
}

function scheduled(
  database: SimulatedDatabase,
  until: Date,
): SimulatedBackup[] {
  const { schedule } = database;
  if (!schedule) return [];
  const oldest = Math.max(
    database.createdAt.getTime(),
    until.getTime() - database.retentionDays * DAY,
  );
  const runs = schedule
    .runsBefore(until, MOST_BACKUPS)
    .filter(run => run.getTime() > oldest);
  const last = runs.at(-1);
  if (last) schedule.ran(last);
  return runs.map(startedAt =>
    database.completedBackup({
      name: `${schedule.name}-${backupIdAt(startedAt).replace('T', '')}`,
      schedule: schedule.name,
      method: schedule.method,
      startedAt,
    }),
  );
}
