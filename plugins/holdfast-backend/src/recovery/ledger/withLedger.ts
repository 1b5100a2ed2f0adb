import {
  Database,
  distinctRestores,
  estimateRestore,
  Failover,
  hasFailed,
  Restore,
  restoreKeyOf,
} from '@holdfast/plugin-holdfast-common';
import {
  entryOf,
  KeptProof,
  LedgerEntry,
  LedgerNews,
  secondsOf,
} from './LedgerEntry';

/** The clocks of a tool and of this process may be this far apart. */
const clockSkewMs = 5 * 60_000;

/** What a database was estimated to take is not what it would have been estimated to take long ago. */
const freshMs = 86_400_000;

/**
 * A database with all restores and failovers that are known of it: those that can be found now, and those that were, whatever became of what came
 * out of them. And what of this is not in the ledger yet.
 *
 * @param options - `kept` of this incarnation
 */
export function withLedger(options: {
  database: Database;
  kept: KeptProof | undefined;
  now: Date;
}): { database: Database; news: LedgerNews } {
  const { kept = { entries: [], failovers: [] }, now } = options;
  const { database, refused } = withoutFuture(options.database, now);
  const { id, uid } = database;
  const current = new Map(
    database.restores.map(restore => [restoreKeyOf(restore), restore]),
  );
  const held = new Map(
    kept.entries.map(entry => [
      entry.key,
      hasRecovered(entry, current.get(entry.key)) ?? entry.restore,
    ]),
  );
  const all = [
    ...held.values(),
    ...[...current].filter(([key]) => !held.has(key)).map(([, one]) => one),
  ];
  const restores = distinctRestores(all).map(restore =>
    isNews(restore, kept.entries)
      ? withEstimate(restore, { database, now })
      : restore,
  );
  const distinct = new Set(restores.map(restoreKeyOf));
  const failovers = mergeFailovers(kept.failovers, database.failovers ?? []);
  const recordedAt = now.getTime();
  const reports = [...(database.unreadReports ?? []), ...refused];
  return {
    database: {
      ...database,
      restores,
      ...(failovers.all.length > 0 && { failovers: failovers.all }),
      ...(reports.length > 0 && { unreadReports: reports }),
    },
    news: {
      entries: restores
        .filter(restore => isOfThis(restore, database))
        .filter(restore => isNews(restore, kept.entries))
        .map(restore => entryOf({ databaseId: id, uid, restore, recordedAt })),
      superseded: kept.entries.filter(({ key }) => !distinct.has(key)),
      failovers: failovers.news.map(failover => ({
        databaseId: id,
        uid,
        failover,
      })),
    },
  };
}

/** What is still to come proves nothing: somebody's clock is wrong, or somebody. */
function withoutFuture(database: Database, now: Date) {
  const latest = now.getTime() + clockSkewMs;
  const isOfFuture = ({ origin, startedAt, readyAt }: Restore) =>
    origin === 'reported' &&
    [startedAt, readyAt].some(
      at => at !== undefined && Date.parse(at) > latest,
    );
  const refused = database.restores.filter(isOfFuture);
  return {
    database: refused.length
      ? {
          ...database,
          restores: database.restores.filter(one => !isOfFuture(one)),
        }
      : database,
    refused: refused.map(({ evidence, startedAt, readyAt }) => ({
      message: `it tells of ${
        readyAt ?? startedAt
      }, which is still to come; only what has ended is reported`,
      evidence,
    })),
  };
}

/** What was seen to fail may go on and succeed. What was reported stays as it was told. */
function hasRecovered(
  { restore }: LedgerEntry,
  now: Restore | undefined,
): Restore | undefined {
  return restore.origin !== 'reported' &&
    hasFailed(restore) &&
    now?.state === 'succeeded'
    ? now
    : undefined;
}

function isNews(restore: Restore, entries: readonly LedgerEntry[]): boolean {
  if (restore.state === 'running') return false;
  if (Number.isNaN(Date.parse(restore.startedAt))) return false;
  const known = entries.find(({ key }) => key === restoreKeyOf(restore));
  return !known || (hasFailed(known.restore) && !hasFailed(restore));
}

/** A copy of an earlier database of the same name is no news of this one. */
function isOfThis({ startedAt }: Restore, { createdAt }: Database): boolean {
  return (
    createdAt === undefined || Date.parse(startedAt) >= Date.parse(createdAt)
  );
}

/** How long it would have been estimated to take, where that can still be told: by its own size, or on the same day. */
export function withEstimate(
  restore: Restore,
  options: { database: Database; now: Date },
): Restore {
  const { database, now } = options;
  const { bytes, readyAt, estimatedSeconds } = restore;
  if (estimatedSeconds !== undefined || secondsOf(restore) === undefined) {
    return restore;
  }
  const isFresh = now.getTime() - Date.parse(readyAt ?? '') <= freshMs;
  if (bytes === undefined && !isFresh) return restore;
  const seconds = estimateRestore({ database, now, bytes });
  return seconds === undefined
    ? restore
    : { ...restore, estimatedSeconds: seconds };
}

/** Newest first, each once, as it was first told. */
function mergeFailovers(
  kept: readonly Failover[],
  found: readonly Failover[],
): { all: Failover[]; news: Failover[] } {
  const known = new Set(kept.map(({ endedAt }) => Date.parse(endedAt)));
  const news = found.filter(({ endedAt }) => {
    const at = Date.parse(endedAt);
    return !Number.isNaN(at) && !known.has(at);
  });
  const all = [...kept, ...news].sort(
    (a, b) => Date.parse(b.endedAt) - Date.parse(a.endedAt),
  );
  return { all, news };
}
