import { Instance, Observed } from '../../model';

/**
 * How far the nearest of some replicas is behind its primary. Where they belong to several shards, each shard has its nearest, and the
 * farthest of these counts: undefined as soon as one of them is not known.
 */
export function nearestLag(
  replicas: readonly Instance[],
  counts: (replica: Instance) => boolean = () => true,
): Observed<number> | undefined {
  const nearest = new Map<string | undefined, Observed<number> | undefined>();
  for (const replica of replicas) {
    const { shard, lagSeconds } = replica;
    const soFar = nearest.get(shard);
    const nearer =
      lagSeconds &&
      counts(replica) &&
      lagSeconds.value <= (soFar?.value ?? Infinity);
    nearest.set(shard, nearer ? lagSeconds : soFar);
  }
  let farthest: Observed<number> | undefined;
  for (const lag of nearest.values()) {
    if (!lag) return undefined;
    if (lag.value >= (farthest?.value ?? -Infinity)) farthest = lag;
  }
  return farthest;
}
