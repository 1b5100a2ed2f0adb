import { BackupMethod, BackupSchedule, Database } from '../../model';
import { CronSchedule, readCron } from '../../quantity';

/**
 * What becomes of a schedule.
 *
 * - `active`: it takes backups that count
 * - `suspended`: somebody stopped it
 * - `refused`: its operator cannot read it, or reports an error
 * - `mismatched`: it takes backups by another method than the database is set up for
 *
 * @public
 */
export type StandingOrderState =
  | 'active'
  | 'suspended'
  | 'refused'
  | 'mismatched';

/**
 * @public
 */
export interface StandingOrder {
  schedule: BackupSchedule;
  state: StandingOrderState;
  /** When it runs; absent when the expression cannot be read. */
  times?: CronSchedule;
  /** Why it is refused. */
  problem?: string;
}

/**
 * @public
 */
export interface StandingOrders {
  all: StandingOrder[];
  /** Those that are known to run and to bring the whole server back. */
  active: StandingOrder[];
  /** The longest time between two backups that the active schedules leave, in seconds; undefined without any. */
  longestGapSeconds?: number;
}

/**
 * Reads the schedules of a database as their operator does.
 */
export function standingOrders(database: Database): StandingOrders {
  const all: StandingOrder[] = [];
  const active: StandingOrder[] = [];
  let longestGapSeconds: number | undefined;
  for (const schedule of database.schedules) {
    const order = readOrder(schedule, database);
    all.push(order);
    const { partial, uncertain, consistency } = schedule;
    const brings = !partial && !uncertain && consistency?.value !== 'torn';
    if (order.state !== 'active' || !brings) continue;
    active.push(order);
    const gap = order.times?.longestIntervalSeconds;
    if (gap !== undefined && gap < (longestGapSeconds ?? Infinity)) {
      longestGapSeconds = gap;
    }
  }
  return { all, active, longestGapSeconds };
}

function readOrder(
  schedule: BackupSchedule,
  database: Database,
): StandingOrder {
  const { expression, dialect, timeZone, suspended, error, method } = schedule;
  const { schedule: times, problem } = readCron(expression.value, {
    dialect,
    timeZone,
  });
  const state = (): StandingOrderState => {
    if (suspended.value) return 'suspended';
    if (!times || error) return 'refused';
    return isSetUpFor(method, database) ? 'active' : 'mismatched';
  };
  return {
    schedule,
    state: state(),
    ...(times && { times }),
    ...((problem ?? error) && { problem: problem ?? error?.value }),
  };
}

/** Snapshots go beside any archiver; otherwise backups go the way of the WAL that they need. */
function isSetUpFor(method: BackupMethod, database: Database): boolean {
  const inUse = database.stores.filter(store => store.inUse);
  return (
    method === 'other' ||
    inUse.length === 0 ||
    inUse.some(store => store.method === method || store.method === 'other')
  );
}
