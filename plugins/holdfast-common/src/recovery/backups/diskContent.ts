import { Database, Evidence, Persistence } from '../../model';
import { Assumptions } from '../Assumptions';
import { Clock } from '../Clock';
import { isFresh } from '../isFresh';
import { momentOf } from '../moment';

/**
 * What lies on the disk of a server that works in memory, compared to its memory.
 *
 * - `lost`: nothing that outlives the pod
 * - `unknown`: the facts do not tell, or nothing limits how far it is behind
 * - `stalled`: it is no longer kept up, and holds what there was at {@link DiskContent.savedAt}
 * - `following`: it stays behind by no more than {@link DiskContent.boundSeconds}
 *
 * @public
 */
export interface DiskContent {
  state: 'lost' | 'unknown' | 'stalled' | 'following';
  /** How far it is behind at most, in seconds. */
  boundSeconds?: number;
  /** The last moment whose data is known to be on the disk, in milliseconds since the epoch. */
  savedAt?: number;
  evidence: Evidence[];
}

/** Redis' own words on `appendfsync everysec`: "you may lose 1 second of data if there is a disaster" (redis.io, "Redis persistence"). */
const everySecond = 1;

/**
 * What would be there if the memory were lost; undefined for a server that works on its volume.
 *
 * @remarks
 * A server with a log of its writes starts from the log alone, so that snapshots beside it bound nothing. With snapshots alone, what changed
 * since the last one is lost, and the next one is due within the span of `save`.
 */
export function diskContentOf(options: {
  database: Pick<Database, 'persistence'>;
  clock: Clock;
  assumptions: Assumptions;
}): DiskContent | undefined {
  const { persistence } = options.database;
  if (!persistence) return undefined;
  const { storage, log } = persistence;
  if (storage.value !== 'claim') {
    const isKnown = storage.value === 'none' || storage.value === 'ephemeral';
    return {
      state: isKnown ? 'lost' : 'unknown',
      evidence: [storage.evidence],
    };
  }
  if (!log) return { state: 'unknown', evidence: [storage.evidence] };
  return log.enabled.value === true
    ? contentOfLog(log)
    : contentOfSnapshots(persistence, options);
}

function contentOfLog({
  enabled,
  flush,
  succeeded,
}: NonNullable<Persistence['log']>): DiskContent {
  if (succeeded && succeeded.value !== true) {
    return { state: 'unknown', evidence: [succeeded.evidence] };
  }
  const evidence = flush
    ? [enabled.evidence, flush.evidence]
    : [enabled.evidence];
  switch (flush?.value) {
    case 'always':
      return { state: 'following', boundSeconds: 0, evidence };
    case 'everysec':
      return { state: 'following', boundSeconds: everySecond, evidence };
    default:
      return { state: 'unknown', evidence };
  }
}

function contentOfSnapshots(
  { snapshots, log, storage }: Persistence,
  { clock, assumptions }: { clock: Clock; assumptions: Assumptions },
): DiskContent {
  if (!snapshots) {
    const evidence = [(log?.enabled ?? storage).evidence];
    return { state: 'unknown', evidence };
  }
  const { longestIntervalSeconds, lastSavedAt, succeeded, changesSince } =
    snapshots;
  const interval = longestIntervalSeconds?.value;
  const savedAt = momentOf(lastSavedAt?.value);
  const evidence = [longestIntervalSeconds, lastSavedAt, changesSince].flatMap(
    observed => observed?.evidence ?? [],
  );
  if (interval === 0) return { state: 'lost', evidence };
  const stalled: DiskContent =
    savedAt === undefined
      ? { state: 'unknown', evidence }
      : {
          state: 'stalled',
          savedAt,
          evidence,
          ...(interval !== undefined && { boundSeconds: interval }),
        };
  if (succeeded && succeeded.value !== true) {
    return { ...stalled, evidence: [succeeded.evidence, ...evidence] };
  }
  if (interval === undefined || !(interval > 0)) return stalled;
  const unchanged =
    changesSince?.value === 0 &&
    isFresh({ observed: changesSince, clock, assumptions });
  if (unchanged) {
    return {
      state: 'following',
      boundSeconds: interval,
      savedAt: clock.now,
      evidence,
    };
  }
  if (savedAt === undefined) {
    return { state: 'following', boundSeconds: interval, evidence };
  }
  // The next one should have been there, a scrape and the time of writing it included.
  const due = savedAt + (interval + assumptions.sampleLifetimeSeconds) * 1000;
  return clock.hasPassed(due)
    ? stalled
    : { state: 'following', boundSeconds: interval, savedAt, evidence };
}

/**
 * The moment whose data a copy of the volume holds that was made at another moment; undefined when that cannot be told, or when it holds
 * none.
 */
export function contentOfCopy(
  content: DiskContent,
  copiedAt: number,
): number | undefined {
  const { state, boundSeconds, savedAt } = content;
  if (state !== 'following' && state !== 'stalled') return undefined;
  const bound =
    boundSeconds === undefined ? undefined : copiedAt - boundSeconds * 1000;
  // What was saved after the copy is not in it.
  return state === 'stalled' && savedAt !== undefined && savedAt <= copiedAt
    ? Math.min(savedAt, bound ?? Infinity)
    : bound;
}
