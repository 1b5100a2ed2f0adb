import {
  BackupMethod,
  BackupStore,
  Observed,
  parseGoDuration,
  StoreMaintenance,
} from '@holdfast/plugin-holdfast-common';
import {
  factKeyOf,
  FactReader,
  qualifiedKind,
  referenceOf,
} from '../../engine';
import { storeIdOf } from '../storeId';
import { isInCluster, regionOf, secretAt } from '../storePlace';
import { defaultLocationKey, namespaceKey } from './keys';
import { Order } from './Order';
import { locations, repositories } from './resources';
import { VeleroFacts } from './VeleroFacts';

/** How long a backup is kept where its order does not say so (`defaultBackupTTL` in `pkg/cmd/server/config/config.go`). */
const defaultTtlSeconds = 30 * 86_400;

const endpointPath = ['spec', 'config', 's3Url'];

/**
 * The places that the backups of one database lie in: one for each location and way of copying.
 */
export class VeleroStores {
  readonly #facts: VeleroFacts;
  readonly #stores = new Map<string, BackupStore>();

  constructor(facts: VeleroFacts) {
    this.#facts = facts;
  }

  /** All that were asked for. */
  get all(): BackupStore[] {
    return [...this.#stores.values()];
  }

  /** The place that an order's backups go to. It is known by its location, which need not be there. */
  of(order: Order, method: BackupMethod): BackupStore {
    const name = this.#locationName(order);
    const { namespace } = order.fact;
    const key = `${namespace}/${name}/${method}`;
    const known = this.#stores.get(key);
    if (known) return known;
    const store = this.#describe({ namespace, name, method });
    this.#stores.set(key, store);
    return store;
  }

  /** The same, with how long a standing order keeps its backups there. */
  ofSchedule(order: Order, method: BackupMethod): BackupStore {
    const store = this.of(order, method);
    const ttl = order.reader.parse(parseGoDuration, ...order.path, 'ttl');
    const kept =
      ttl && ttl.value > 0
        ? ttl
        : order.reader.derive(defaultTtlSeconds, [...order.path, 'ttl']);
    if (kept.value > (store.retentionSeconds?.value ?? 0)) {
      store.retentionSeconds = kept;
    }
    return store;
  }

  #locationName(order: Order): string {
    const named = order.string('storageLocation');
    if (named) return named.value;
    const key = defaultLocationKey(order.fact.namespace);
    const [fact] = this.#facts.about(locations, key);
    return fact?.name ?? 'default';
  }

  #describe(options: {
    namespace?: string;
    name: string;
    method: BackupMethod;
  }): BackupStore {
    const { namespace, name, method } = options;
    const { input, database } = this.#facts;
    const kind = qualifiedKind(locations);
    const fact = input.find(factKeyOf({ kind, namespace, name }));
    const location = fact && this.#facts.read(fact);
    const { reference } = database;
    return {
      id: storeIdOf(input.cluster, {
        endpointUrl: location?.string(...endpointPath)?.value,
        destinationPath: location
          ? pathOf(location)?.value
          : `${namespace}/${name}`,
        // Databases share a location without any harm: what Velero keeps in it is told apart by cluster and backup.
        serverName: ['velero', database.id, method].join('/'),
      }),
      method,
      definedBy: referenceOf(reference.cluster, { kind, namespace, name }),
      exists: fact !== undefined || this.#facts.unread(locations) !== undefined,
      inUse: true,
      ...(location && describeLocation(location)),
      ...(method !== 'velero-snapshot' && {
        maintenance: this.#maintenanceOf(name, namespace),
      }),
      otherWriters: [],
    };
  }

  /** Velero keeps the files of each namespace in a repository of their own. */
  #maintenanceOf(
    location: string,
    namespace: string | undefined,
  ): StoreMaintenance | undefined {
    const repository = this.#facts
      .about(repositories, namespaceKey(this.#facts.namespace))
      .filter(fact => fact.namespace === namespace)
      .map(fact => this.#facts.read(fact))
      .find(
        reader =>
          reader.string('spec', 'backupStorageLocation')?.value === location,
      );
    return repository && describeMaintenance(repository);
  }
}

function describeLocation(location: FactReader): Partial<BackupStore> {
  const bucket = location.string('spec', 'objectStorage', 'bucket');
  const phase = location.string('status', 'phase');
  const endpoint = location.string(...endpointPath);
  return {
    location: pathOf(location),
    endpoint,
    inCluster: endpoint && isInCluster(endpoint),
    bucket,
    credential: secretAt(location, ['spec', 'credential', 'name']),
    region: regionOf(location, endpoint, ['spec', 'config', 'region']),
    ...(phase && {
      available: {
        value: phase.value === 'Available',
        evidence: phase.evidence,
      },
    }),
  };
}

/** Bucket and prefix, in the words of the provider's own tools. */
function pathOf(location: FactReader): Observed<string> | undefined {
  const path = ['spec', 'objectStorage'];
  const bucket = location.string(...path, 'bucket');
  if (!bucket) return undefined;
  const prefix = location
    .string(...path, 'prefix')
    ?.value.replace(/^\/+|\/+$/g, '');
  const account = location.string('spec', 'config', 'storageAccount')?.value;
  const scheme = schemeOf(location.string('spec', 'provider')?.value);
  const parts = [account, bucket.value, prefix].filter(Boolean).join('/');
  return { ...bucket, value: `${scheme}${parts}` };
}

function schemeOf(provider: string | undefined): string {
  switch (provider?.replace(/^velero\.io\//, '')) {
    case 'aws':
      return 's3://';
    case 'gcp':
      return 'gs://';
    case 'azure':
      return 'azure://';
    default:
      return '';
  }
}

function describeMaintenance(repository: FactReader): StoreMaintenance {
  const phase = repository.string('status', 'phase');
  const run = ['status', 'recentMaintenance', 0];
  const failed = repository.string(...run, 'result')?.value === 'Failed';
  return {
    repository: repository.reference,
    ...(phase &&
      phase.value !== 'New' && {
        ready: { value: phase.value === 'Ready', evidence: phase.evidence },
      }),
    frequencySeconds: repository.parse(
      parseGoDuration,
      'spec',
      'maintenanceFrequency',
    ),
    lastSucceededAt: repository.instant('status', 'lastMaintenanceTime'),
    ...(failed && {
      failure: repository.derive(
        repository.string(...run, 'message')?.value ?? 'no reason given',
        ['status', 'recentMaintenance'],
        'Failed',
      ),
    }),
  };
}
