import { BackupMethod, Database } from '../../model';

/** What an operator does for its own database, and for no other. */
const ownMethods: ReadonlySet<BackupMethod> = new Set([
  'barman-cloud-plugin',
  'barman-in-tree',
  'mariadb-backup',
  'mariadb-dump',
  'binlog-archive',
  'xtrabackup',
]);

/** What tools do that know nothing of the database. */
const besideMethods: ReadonlySet<BackupMethod> = new Set([
  'velero-data-mover',
  'velero-file-system',
  'velero-snapshot',
]);

/** Whether a method copies volumes beside whatever the database's operator does. */
export function isBeside(method: BackupMethod): boolean {
  return besideMethods.has(method);
}

/** Whether the operator of a database is told to back it up itself. */
export function backsItselfUp({
  archiving,
  stores,
}: Pick<Database, 'archiving' | 'stores'>): boolean {
  return (
    archiving.configured.value === true ||
    stores.some(({ inUse, method }) => inUse && ownMethods.has(method))
  );
}

/**
 * The database without what is done beside its operator's own backups; undefined where nothing is, or where it has no backups of its own.
 *
 * @remarks
 * A copy of volumes beside an archive neither mends nor spoils it: a schedule of the operator that is suspended is not replaced by Velero's, a
 * backup that failed is not made good by Velero's, and an outage of Velero's store is none of the archive's.
 */
export function withoutBeside(database: Database): Database | undefined {
  const isNotBeside = ({ method }: { method: BackupMethod }) =>
    !isBeside(method);
  const { stores, schedules, recoveryPoints, attempts } = database;
  const hasBeside = [stores, schedules, recoveryPoints, attempts].some(list =>
    list.some(({ method }) => isBeside(method)),
  );
  if (!hasBeside || !backsItselfUp(database)) return undefined;
  return {
    ...database,
    stores: stores.filter(isNotBeside),
    schedules: schedules.filter(isNotBeside),
    recoveryPoints: recoveryPoints.filter(isNotBeside),
    attempts: attempts.filter(isNotBeside),
    restores: database.restores.filter(({ by }) => by !== 'velero'),
    volumes: database.volumes.map(({ coverage, ...volume }) => ({
      ...volume,
      ...(coverage && { coverage: coverage.filter(isNotBeside) }),
    })),
  };
}
