import { runTimes, SimulatedBackup } from './SimulatedBackup';

const DAY = 24 * 3_600_000;

/**
 * The backups that are left once Barman has applied `RECOVERY WINDOW OF n DAYS`: it keeps the newest backup from before the window, without which
 * the window's beginning could not be restored, and the Backup objects of the others go with them (plugin-barman-cloud 0.14,
 * `internal/cnpgi/instance/retention.go`; Barman, "Retention policies"). What failed, and volume snapshots, nobody deletes.
 */
export function keptBackups(
  backups: readonly SimulatedBackup[],
  options: { retentionDays: number; now: Date },
): SimulatedBackup[] {
  const { retentionDays, now } = options;
  const edge = now.getTime() - retentionDays * DAY;
  const before = backups.filter(
    backup => isInStore(backup) && endOf(backup) <= edge,
  );
  const newest = Math.max(...before.map(endOf));
  return backups.filter(
    backup => !before.includes(backup) || endOf(backup) === newest,
  );
}

function isInStore({ method, state }: SimulatedBackup): boolean {
  return method !== 'volumeSnapshot' && state === 'completed';
}

function endOf(backup: SimulatedBackup): number {
  return runTimes(backup).stoppedAt.getTime();
}
