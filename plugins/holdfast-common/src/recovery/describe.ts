import { BackupStore, Database, Instant } from '../model';

/** A store as a reader would look it up: `s3://backups/orders`, else the object that describes it. */
export function describeStore(store: BackupStore | undefined): string {
  if (!store) return 'no store';
  const { kind, name } = store.definedBy;
  return store.location?.value ?? `${kind.split('.')[0]} ${name}`;
}

/** What the field calls the log of changes of a database. */
export function describeLog({ engine }: Pick<Database, 'engine'>): string {
  switch (engine) {
    case 'mariadb':
    case 'mysql':
      return 'binary log';
    case 'redis':
    case 'valkey':
      return 'log of writes';
    default:
      return 'WAL';
  }
}

/** What a restore begins with: a base backup for PostgreSQL, whose WAL leads on from it. Others, and those who dump, say backup. */
export function describeBackup({
  engine,
  archiving,
}: Pick<Database, 'engine' | 'archiving'>): string {
  return engine === 'postgresql' && archiving.offered !== false
    ? 'base backup'
    : 'backup';
}

/** The day of a moment in UTC: `2026-11-20`. */
export function describeDate(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A moment to the minute: `2026-11-20 10:01 UTC`. */
export function describeMoment(moment: Instant | number): string {
  const text =
    typeof moment === 'number' ? new Date(moment).toISOString() : moment;
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}
