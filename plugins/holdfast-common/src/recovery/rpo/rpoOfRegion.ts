import { Database, DatabaseCopy } from '../../model';
import { AttainedRpo } from '../Assessment';
import { Assumptions } from '../Assumptions';
import { UsableBackups } from '../backups/usableBackups';
import { Clock } from '../Clock';
import { isFresh } from '../isFresh';
import { instantOf, momentOf } from '../moment';
import { regionSurvivors, RegionSurvivors } from '../survivors/regionSurvivors';

interface RegionOptions {
  database: Database;
  clock: Clock;
  assumptions: Assumptions;
  usable: UsableBackups;
  /** What a loss of the data costs. */
  data: AttainedRpo;
}

/**
 * The data that the loss of the region would cost: what the nearest copy in another one lacks, else what a store there lacks. Nothing is told where
 * the region of the database, of its copies or of its stores is not known.
 */
export function rpoOfRegion(options: RegionOptions): AttainedRpo {
  const survivors = regionSurvivors(options.database);
  if (!survivors) return { evidence: [] };
  let least: AttainedRpo | undefined;
  for (const attained of [
    ...survivors.copies.map(copy => rpoOfCopy(copy, options)),
    rpoOfStores(survivors, options),
  ]) {
    if (
      attained?.seconds !== undefined &&
      attained.seconds < (least?.seconds ?? Infinity)
    ) {
      least = attained;
    }
  }
  return least ?? { evidence: [] };
}

/**
 * A copy that is sent the changes as they are made is behind by what it says itself, as long as that is news. Otherwise it has at most what is in
 * the archive, and replays it with a delay.
 */
function rpoOfCopy(
  { via, region, lagSeconds }: DatabaseCopy,
  { clock, assumptions, data }: RegionOptions,
): AttainedRpo | undefined {
  const lag = lagSeconds?.value ?? 0;
  const fresh = isFresh({ observed: lagSeconds, clock, assumptions });
  const evidence = [region, via, lagSeconds].flatMap(
    fact => fact?.evidence ?? [],
  );
  if (via.value === 'streaming' && fresh) {
    return { seconds: lag, atMostSeconds: lag, basis: 'measured', evidence };
  }
  if (data.seconds === undefined) return undefined;
  const latest = momentOf(data.latestRestorable);
  return {
    // A delay that is no news any more stays until other news refutes it.
    seconds: data.seconds + lag,
    ...(data.atMostSeconds !== undefined && {
      atMostSeconds: data.atMostSeconds + lag,
    }),
    basis: data.basis === 'measured' && fresh ? 'measured' : 'bounded',
    ...(latest !== undefined && {
      latestRestorable: instantOf(latest - lag * 1000),
    }),
    evidence: [...evidence, ...data.evidence],
  };
}

function rpoOfStores(
  { stores }: RegionSurvivors,
  { clock, usable, data }: RegionOptions,
): AttainedRpo | undefined {
  const store = stores.find(({ id }) => id === usable.store?.id);
  if (store) {
    const evidence = store.region ? [store.region.evidence] : [];
    return { ...data, evidence: [...evidence, ...data.evidence] };
  }
  // What needs no log comes back without the store that the log goes to.
  const point = usable.points.find(
    ({ storeId, needsWal }) =>
      !needsWal && stores.some(({ id }) => id === storeId),
  );
  const at = momentOf(point?.consistentAt);
  if (!point || at === undefined) return undefined;
  const latest = Math.min(at, clock.now);
  return {
    seconds: (clock.now - latest) / 1000,
    basis: 'points',
    latestRestorable: instantOf(latest),
    evidence: [point.evidence],
  };
}
