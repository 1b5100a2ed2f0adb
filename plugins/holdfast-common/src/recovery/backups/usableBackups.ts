import {
  BackupStore,
  Database,
  Evidence,
  Holding,
  Instant,
  Observed,
  RecoveryPoint,
} from '../../model';
import { Clock } from '../Clock';
import { momentOf } from '../moment';
import { shardsHeld } from './shardsHeld';

/**
 * Why a recovery point cannot bring today's database back.
 *
 * - `former-store`: it lies on a store that the database no longer uses
 * - `other-incarnation`: it was taken from an earlier database of that name, or before a major upgrade
 * - `without-wal`: it was taken while the database ran, and the WAL that makes it consistent is not archived
 * - `partial`: it holds only a part of the server's databases, or of its shards
 * - `torn`: its files were copied one after another while the server wrote them
 * - `expired`: its time is over
 * - `deleted`: the store says that its first recoverable moment is later
 *
 * @public
 */
export type UnusableReason =
  | 'former-store'
  | 'other-incarnation'
  | 'without-wal'
  | 'partial'
  | 'torn'
  | 'expired'
  | 'deleted';

/**
 * @public
 */
export interface UnusablePoint {
  point: RecoveryPoint;
  reason: UnusableReason;
}

/**
 * What could be restored from, worked out once per assessment.
 *
 * @public
 */
export interface UsableBackups {
  /** The store that new WAL goes to; without an archiver, one that backups go to. */
  store?: BackupStore;
  /** Points of this incarnation on a store in use, newest first. */
  points: RecoveryPoint[];
  /** Points that exist but cannot bring today's database back, newest first. */
  unusable: UnusablePoint[];
  /** Points of which it cannot be told. */
  uncertain: RecoveryPoint[];
  /**
   * The store's own word that it holds a base backup that no object shows. It proves nothing, since the store does not say which
   * incarnation the backup is of, but it is no ground to say that there is none either.
   */
  storeWord?: Observed<Instant>;
  /** Earliest and latest moment at which a usable base backup is consistent, in milliseconds since the epoch. */
  oldestAt?: number;
  newestAt?: number;
  /** The earliest moment from which an archived log leads on; undefined when it continues none of the points. */
  continuedFrom?: number;
  /** What shows the newest base backup. */
  evidence: Evidence[];
}

/** Backup object and store tell the end of one backup by two clocks. */
const skewMs = 60_000;

/**
 * A store, with the first moment that it can restore. There are one or two of them: to compare ids that were just read takes less time
 * than to hash each of them for a map.
 */
interface StoreInUse {
  id: string;
  firstAt: number;
}

interface DatedPoint {
  point: RecoveryPoint;
  at: number;
}

/**
 * Sorts recovery points into those that can bring the database back and those that cannot.
 *
 * @public
 */
export function usableBackups(options: {
  database: Database;
  clock: Clock;
}): UsableBackups {
  const { database, clock } = options;
  const { archiving, stores } = database;
  const walArrives =
    archiving.configured.value === true && archiving.skipped?.value !== true;
  const store = storeInUse(database);

  const inUse: StoreInUse[] = [];
  for (const { id, inUse: used, firstRecoverabilityPoint: first } of stores) {
    if (used) inUse.push({ id, firstAt: momentOf(first?.value) ?? -Infinity });
  }

  const usable: DatedPoint[] = [];
  const unusable: (DatedPoint & { reason: UnusableReason })[] = [];
  const uncertain: RecoveryPoint[] = [];
  for (const point of database.recoveryPoints) {
    const at = momentOf(point.consistentAt);
    const reason = unusableReason({ point, at, inUse, walArrives, clock });
    if (reason) {
      unusable.push({ point, at: at ?? -Infinity, reason });
    } else if (
      at === undefined ||
      point.storeId === undefined ||
      point.incarnation !== 'current' ||
      !isShownToHold(point)
    ) {
      uncertain.push(point);
    } else {
      usable.push({ point, at });
    }
  }
  if (database.shards) setPartsAside({ database, usable, unusable, uncertain });
  usable.sort(newestFirst);
  unusable.sort(newestFirst);

  const backups: UsableBackups = {
    points: usable.map(({ point }) => point),
    unusable: unusable.map(({ point, reason }) => ({ point, reason })),
    uncertain,
    evidence: [],
  };
  if (store) backups.store = store;

  if (usable.length) {
    backups.newestAt = usable[0].at;
    backups.oldestAt = usable[usable.length - 1].at;
    backups.evidence.push(usable[0].point.evidence);
    backups.continuedFrom = usable.findLast(
      ({ point }) => point.rollsForward !== false,
    )?.at;
  } else {
    const word = store?.lastSuccessfulBackup;
    const spokenAt = momentOf(word?.value);
    // What is older than a point that is shown, or than the database, is not about another backup of it.
    const shownUntil = unusable.length ? unusable[0].at + skewMs : -Infinity;
    const since = Math.max(
      shownUntil,
      momentOf(database.createdAt) ?? -Infinity,
    );
    if (word && spokenAt !== undefined && spokenAt > since) {
      backups.storeWord = word;
    }
  }
  return backups;
}

/**
 * Takes out what holds a part of the shards. Together they may hold all of them, each as it was at another moment: whether that is what the
 * data may be brought back to cannot be told.
 */
function setPartsAside(options: {
  database: Database;
  usable: DatedPoint[];
  unusable: (DatedPoint & { reason: UnusableReason })[];
  uncertain: RecoveryPoint[];
}): void {
  const { database, usable, unusable, uncertain } = options;
  const parts = usable.filter(
    ({ point }) => shardsHeld([point], database) === 'some',
  );
  if (parts.length === 0) return;
  const whole = usable.filter(dated => !parts.includes(dated));
  usable.splice(0, Infinity, ...whole);
  const points = parts.map(({ point }) => point);
  if (shardsHeld(points, database) === 'all') uncertain.push(...points);
  else
    unusable.push(
      ...parts.map(part => ({ ...part, reason: 'partial' as const })),
    );
}

function storeInUse(database: Database): BackupStore | undefined {
  const { archiving, stores } = database;
  let fallback: BackupStore | undefined;
  for (const store of stores) {
    if (!store.inUse) continue;
    if (store.id === archiving.storeId) return store;
    fallback ??= store;
  }
  return fallback;
}

function unusableReason(options: {
  point: RecoveryPoint;
  at: number | undefined;
  inUse: readonly StoreInUse[];
  walArrives: boolean;
  clock: Clock;
}): UnusableReason | undefined {
  const { point, at, inUse, walArrives, clock } = options;
  if (point.incarnation === 'other') return 'other-incarnation';
  const firstAt =
    point.storeId === undefined
      ? -Infinity
      : inUse.find(({ id }) => id === point.storeId)?.firstAt;
  if (firstAt === undefined) return 'former-store';
  if (point.partial) return 'partial';
  if (point.consistency?.value === 'torn') return 'torn';
  if (point.needsWal && !walArrives) return 'without-wal';
  if (point.expiresAt !== undefined) {
    const expiresAt = momentOf(point.expiresAt);
    if (expiresAt === undefined || clock.hasPassed(expiresAt)) return 'expired';
  }
  return at !== undefined && at + skewMs < firstAt ? 'deleted' : undefined;
}

const shownHoldings: ReadonlySet<Holding> = new Set([
  'moved',
  'uploaded',
  'snapshotted',
]);

/** Whether the bytes are known to be in it, in a state that the server can open. That they were meant to be is no sign of it. */
function isShownToHold({ holding, consistency }: RecoveryPoint): boolean {
  return (
    (holding === undefined || shownHoldings.has(holding.value)) &&
    (consistency === undefined ||
      consistency.value === 'crash' ||
      consistency.value === 'application')
  );
}

function newestFirst(a: { at: number }, b: { at: number }): number {
  return b.at - a.at;
}
