import { BackupStore, Database, Observed } from '../model';
import { isInCluster } from './backups/isInCluster';

/**
 * Something that several databases and backups stand on, so that they go down together.
 *
 * @public
 */
export type FateKind =
  | 'bucket'
  | 'credential'
  | 'cluster'
  | 'region'
  | 'zone'
  | 'node';

/**
 * What one thing takes of one database when it is lost.
 *
 * @public
 */
export interface FateTie {
  kind: FateKind;
  /** Tells it from others in the whole fleet. */
  id: string;
  /** As a reader would call it. */
  name: string;
  /** The database itself is down: no instance is left elsewhere. */
  data: boolean;
  /** How many of the stores in use go with it: of several, one that is left may be enough to restore from. */
  backups: 'none' | 'some' | 'all';
}

/**
 * A thing, and how much goes down with it. Worst first means: most databases that lose data and all backups at once, then most that lose
 * all backups, then most that are down.
 *
 * @public
 */
export interface SharedFate extends Pick<FateTie, 'kind' | 'id' | 'name'> {
  /** Databases that stand on it in any way. */
  databases: number;
  /** Databases that are down with it. */
  down: number;
  /** Databases all of whose backups are lost with it. */
  withoutBackups: number;
  /** Databases that are down and have lost all of their backups: nothing is left of them. */
  nothingLeft: number;
}

/** Collects what each thing takes. */
class Ties {
  readonly #ties = new Map<string, FateTie>();
  readonly #lost = new Map<string, Set<string>>();
  readonly #stores: number;

  constructor(stores: readonly BackupStore[]) {
    this.#stores = new Set(stores.map(({ id }) => id)).size;
  }

  get all(): FateTie[] {
    return [...this.#ties.values()];
  }

  add(tie: Omit<FateTie, 'backups'>): FateTie {
    const key = `${tie.kind}|${tie.id}`;
    const known = this.#ties.get(key);
    if (known) return known;
    const added: FateTie = { ...tie, backups: 'none' };
    this.#ties.set(key, added);
    return added;
  }

  addStore(kind: FateKind, id: string, name: string, store: BackupStore) {
    const tie = this.add({ kind, id, name, data: false });
    const key = `${kind}|${id}`;
    const lost = this.#lost.get(key) ?? new Set();
    this.#lost.set(key, lost.add(store.id));
    tie.backups = lost.size === this.#stores ? 'all' : 'some';
  }
}

/**
 * What a database stands on.
 *
 * @remarks
 * A zone or node only counts where every instance is known to be in it: with one elsewhere, or nobody knows where, the database may live.
 * Snapshots are counted with their cluster, whose objects it takes to restore from them. Credentials count as opening a store: who can write
 * there can delete, and without them nothing is read.
 *
 * @public
 */
export function fateTiesOf(database: Database): FateTie[] {
  const { cluster } = database.reference;
  const stores = database.stores.filter(({ inUse }) => inUse);
  const ties = new Ties(stores);

  ties.add({ kind: 'cluster', id: cluster, name: cluster, data: true });
  for (const kind of ['zone', 'node'] as const) {
    const place = onlyPlace(database, kind);
    if (place === undefined) continue;
    // Zones of one provider are the same for all clusters in it; nodes are not.
    const id = kind === 'node' ? `${cluster}/${place}` : place;
    const name = kind === 'node' ? `${place} in ${cluster}` : place;
    ties.add({ kind, id, name, data: true });
  }
  const { region } = database;
  if (region) {
    const { value } = region;
    ties.add({ kind: 'region', id: value, name: value, data: true });
  }

  for (const store of stores) {
    const { bucket, credential, region: storeRegion } = store;
    if (isInCluster(store)) {
      ties.addStore('cluster', cluster, cluster, store);
      if (region) ties.addStore('region', region.value, region.value, store);
    } else if (storeRegion) {
      ties.addStore('region', storeRegion.value, storeRegion.value, store);
    }
    if (bucket) {
      ties.addStore('bucket', bucketId(store, bucket), bucket.value, store);
    }
    if (credential) {
      const { value, evidence } = credential;
      // Secrets of one name in several clusters are several Secrets.
      const { cluster: home } = evidence.object;
      const name = `${value} in ${home}`;
      ties.addStore('credential', `${home}/${value}`, name, store);
    }
  }
  return ties.all;
}

/** Buckets are named once for each endpoint, and endpoints within a cluster mean another in each. */
function bucketId(
  { endpoint, inCluster }: BackupStore,
  bucket: Observed<string>,
): string {
  return [
    ...(inCluster?.value ? [bucket.evidence.object.cluster] : []),
    (endpoint?.value ?? '').replace(/^[a-z]+:\/\/|\/+$/g, ''),
    bucket.value,
  ].join('|');
}

function onlyPlace(
  { instances }: Database,
  kind: 'zone' | 'node',
): string | undefined {
  let place: string | undefined;
  for (const { [kind]: at } of instances) {
    if (!at || (place !== undefined && at.value !== place)) return undefined;
    place = at.value;
  }
  return place;
}
