import { Database, Evidence, Instance } from '../../model';

/**
 * What is left of a database when the node or the zone of its primary is lost.
 *
 * @public
 */
export interface Survivors {
  /** Whether a replica stands ready elsewhere; undefined when the facts do not say where its instances are. */
  replica?: boolean;
  /** The replicas that are known to be ready elsewhere; may be empty where only their number is known. */
  replicas: Instance[];
  evidence: Evidence[];
}

/**
 * Finds the replicas that can take over when the node or zone of the primary is lost. Of a database that is split into shards, each has to
 * have one.
 */
export function survivorsOf(options: {
  database: Database;
  lost: 'node' | 'zone';
}): Survivors {
  const { database, lost } = options;
  const { instances, nodesUsed, readyInstances, desiredInstances } = database;
  if (database.shards) {
    return survivorsOfShards(instances, database.shards.value, lost);
  }
  const primary = instances.find(({ role }) => role === 'primary');
  const { seen, ...found } = replicasOf(primary, instances, lost);
  if (found.replica !== undefined) return found;
  const { replicas, evidence } = found;
  // More than are asked for may be left from before, and one of them may take over for as long as it is there.
  const running = instances.filter(({ ready }) => ready?.value !== false);
  if (desiredInstances && desiredInstances.value <= 1 && running.length <= 1) {
    return { replica: false, replicas, evidence: [desiredInstances.evidence] };
  }
  // The operator's own count serves where nothing tells where each instance is.
  if (lost === 'node' && !seen && nodesUsed && readyInstances) {
    return {
      replica: nodesUsed.value >= 2 && readyInstances.value >= 2,
      replicas,
      evidence: [nodesUsed.evidence, readyInstances.evidence],
    };
  }
  return { replicas, evidence };
}

/** What is ready elsewhere beside a primary, and whether it could be seen where anything is. */
function replicasOf(
  primary: Instance | undefined,
  instances: readonly Instance[],
  lost: 'node' | 'zone',
): Survivors & { seen: boolean } {
  const home = primary?.[lost];
  const replicas: Instance[] = [];
  const evidence: Evidence[] = [];
  let told = true;
  let seen = false;
  for (const instance of instances) {
    const { ready, [lost]: place } = instance;
    if (place) seen = true;
    if (instance === primary || ready?.value === false) continue;
    if (!home || !place || !ready) {
      told = false;
    } else if (place.value !== home.value) {
      replicas.push(instance);
      evidence.push(place.evidence);
    }
  }
  if (replicas.length) return { replica: true, replicas, evidence, seen };
  return instances.length && told && home
    ? { replica: false, replicas, evidence: [home.evidence], seen }
    : { replicas, evidence, seen };
}

/** What belongs to no shard that is known may belong to any: it counts for none, and keeps from saying that one has no replica. */
function survivorsOfShards(
  instances: readonly Instance[],
  shards: number,
  lost: 'node' | 'zone',
): Survivors {
  const primaries = instances.filter(({ role }) => role === 'primary');
  const all: Survivors = { replica: true, replicas: [], evidence: [] };
  for (const primary of primaries) {
    const others = instances.filter(
      ({ role, shard }) =>
        role !== 'primary' && (shard === undefined || shard === primary.shard),
    );
    const { replica, replicas, evidence } = replicasOf(
      primary,
      [primary, ...others],
      lost,
    );
    const own = replicas.filter(
      ({ shard }) => shard !== undefined && shard === primary.shard,
    );
    if (replica === false) return { replica, replicas: [], evidence };
    if (own.length === 0) delete all.replica;
    all.replicas.push(...own);
    all.evidence.push(...evidence);
  }
  if (primaries.length < shards || primaries.length === 0) delete all.replica;
  return all;
}

/**
 * Whether the data stays when its node is lost, because the volumes can be attached to another one. Undefined when the volumes could
 * not be read.
 */
export function volumesOutliveNode(database: Database): boolean | undefined {
  let outlive: boolean | undefined;
  const { unclaimed } = database;
  if (unclaimed) return unclaimed.value === 'elsewhere' ? undefined : false;
  for (const { role, nodeLocal } of database.volumes) {
    if (role === 'other') continue;
    if (!nodeLocal) return undefined;
    if (nodeLocal.value) return false;
    outlive = true;
  }
  return outlive;
}
