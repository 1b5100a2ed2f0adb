import { Database, Evidence, Instance } from '../../model';

/** The copies of all data that replicas on nodes of their own hold. */
export interface ReplicaCopies {
  count: number;
  /** There may be more: where some replicas stand, or whether they are ready, is not known. */
  mayBeMore: boolean;
  evidence: Evidence[];
}

/**
 * Counts the ready replicas that share their node neither with their primary nor with each other. Where the keys are split up, a copy of
 * all data takes a replica of every part.
 */
export function replicaCopiesOf(database: Database): ReplicaCopies {
  const parts = new Map<string | undefined, Instance[]>();
  for (const instance of database.instances) {
    const part = parts.get(instance.shard) ?? [];
    part.push(instance);
    parts.set(instance.shard, part);
  }
  const unread = database.missing.some(({ area }) => area === 'instances');
  const shards = database.shards?.value ?? 1;
  if (parts.size < shards || (shards > 1 && parts.has(undefined))) {
    return { count: 0, mayBeMore: true, evidence: [] };
  }
  let fewest: ReplicaCopies | undefined;
  for (const instances of parts.values()) {
    const copies = ofOnePart(instances);
    if (!fewest || copies.count < fewest.count) fewest = copies;
  }
  return {
    count: fewest?.count ?? 0,
    mayBeMore: unread || (fewest?.mayBeMore ?? false),
    evidence: fewest?.evidence ?? [],
  };
}

function ofOnePart(instances: readonly Instance[]): ReplicaCopies {
  const primary = instances.find(({ role }) => role === 'primary');
  const taken = new Set(primary?.node && [primary.node.value]);
  const evidence: Evidence[] = [];
  let mayBeMore = !primary?.node && instances.length > 1;
  for (const instance of instances) {
    const { ready, node } = instance;
    if (instance === primary || ready?.value === false) continue;
    if (!ready || !node || !primary?.node) {
      mayBeMore = true;
    } else if (!taken.has(node.value)) {
      taken.add(node.value);
      evidence.push(node.evidence);
    }
  }
  return { count: evidence.length, mayBeMore, evidence };
}
