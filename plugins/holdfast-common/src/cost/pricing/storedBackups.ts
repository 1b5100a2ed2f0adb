import { Decimal, greatest, least } from '../money/Decimal';
import { gibibytes } from './gibibytes';
import { secondsInDays } from './secondsInDays';

/**
 * What a database writes into its backup store, and for how long it is kept there.
 *
 * @public
 */
export interface BackupPlan {
  /** What a base backup reads. */
  databaseBytes: number;
  /** How many times smaller base backups are stored: 2 for half. */
  compression: number | string;
  walBytesPerDay: number;
  walCompression: number | string;
  /** The recovery window. */
  retentionSeconds: number;
  /** From one full base backup to the next. */
  intervalSeconds: number;
  /** The share of the database that changes in a day, for tools that take an incremental backup on each day without a full one. */
  incrementalDailyChange?: number | string;
  /** A WAL segment is sent after this time even if it is not full. */
  archiveTimeoutSeconds: number;
  /** Base backups are sent in parts of this size, each of which is a request. */
  uploadPartBytes: number;
}

/** What lies in a store at the moment at which it holds most, in GiB, and how it comes and goes. */
export interface StoredBackups {
  fulls: number;
  fullGiB: Decimal;
  incrementalGiB: Decimal;
  walGiB: Decimal;
  /** Age in days at which things are deleted: a chain has to stay until the next full backup is older than the retention. */
  deletedAfterDays: Decimal;
  intervalDays: Decimal;
  /** GiB that are written in a day. */
  daily: { fulls: Decimal; incrementals: Decimal; wal: Decimal };
  walObjectsPerDay: Decimal;
  walObjectGiB: Decimal;
  partsPerFull: Decimal;
}

const walSegment = Decimal.ofInteger(16 * 1024 ** 2);

/**
 * Retention by a recovery window, as Barman and pgBackRest keep it: a full backup with its increments and WAL may go only when the next
 * full one is older than the window R. With full backups every P days, ⌈R/P⌉+1 of them are kept, and WAL of R+P days.
 */
export function storedBackups(plan: BackupPlan): StoredBackups {
  const retention = secondsInDays(plan.retentionSeconds);
  const interval = secondsInDays(plan.intervalSeconds);
  const span = retention.plus(interval);
  const fulls = Math.ceil(plan.retentionSeconds / plan.intervalSeconds) + 1;

  const full = gibibytes(plan.databaseBytes).dividedBy(
    Decimal.parse(plan.compression),
  );
  const incremental = full.times(
    least(Decimal.one, Decimal.parse(plan.incrementalDailyChange ?? 0)),
  );
  const incrementals = greatest(
    Decimal.zero,
    span.minus(Decimal.ofInteger(fulls)),
  );
  const walPerDay = gibibytes(plan.walBytesPerDay).dividedBy(
    Decimal.parse(plan.walCompression),
  );
  const segments = Decimal.parse(plan.walBytesPerDay).dividedBy(walSegment);
  const walObjectsPerDay = greatest(
    segments,
    Decimal.ofInteger(86_400).dividedBy(
      Decimal.parse(plan.archiveTimeoutSeconds),
    ),
  );
  return {
    fulls,
    fullGiB: full,
    incrementalGiB: incremental.times(incrementals),
    walGiB: walPerDay.times(span),
    deletedAfterDays: span,
    intervalDays: interval,
    daily: {
      fulls: full.dividedBy(interval),
      incrementals: incremental.times(incrementals).dividedBy(span),
      wal: walPerDay,
    },
    walObjectsPerDay,
    walObjectGiB: walPerDay.dividedBy(walObjectsPerDay),
    partsPerFull: full.dividedBy(gibibytes(plan.uploadPartBytes)).roundedUp(),
  };
}
