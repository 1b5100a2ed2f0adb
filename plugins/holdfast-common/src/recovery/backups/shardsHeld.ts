import { Database, RecoveryPoint } from '../../model';
import { isVolumeCopy } from './isVolumeCopy';

type Split = Pick<Database, 'shards' | 'instances' | 'volumes'>;

/**
 * Which shards some copies of volumes hold, by the volumes that are in them.
 *
 * - `all`: those of every shard, or the database is not split, or the server itself gave the data out
 * - `some`: those of fewer, as far as it is known which volume belongs to which shard
 */
export function shardsHeld(
  points: readonly RecoveryPoint[],
  { shards, instances, volumes }: Split,
): 'all' | 'some' {
  if (!shards || shards.value <= 1) return 'all';
  if (points.some(point => !isVolumeCopy(point) || !point.claims)) return 'all';
  const claims = new Set(points.flatMap(point => point.claims ?? []));
  const data = volumes.filter(({ role }) => role !== 'other');
  if (data.length > 0 && data.every(({ claim }) => claims.has(claim.name))) {
    return 'all';
  }
  const held = new Set<string>();
  for (const { claim, instance } of data) {
    if (!claims.has(claim.name)) continue;
    const holder = instances.find(({ name }) => name === instance);
    const shard =
      holder?.shard ?? (holder?.role === 'primary' ? holder.name : undefined);
    if (shard !== undefined) held.add(shard);
  }
  return held.size >= shards.value ? 'all' : 'some';
}
