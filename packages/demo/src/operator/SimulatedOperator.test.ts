import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { objectsOf } from '../__testUtils__/objectsOf';
import { readRecordings } from '../__testUtils__/recordings';
import { shapeOf } from '../__testUtils__/shapeOf';
import { DemoFleet } from '../fleet/DemoFleet';
import { ResourceType, resourceTypes } from '../kubernetes';

type Spec = Record<string, unknown>;

const plugin = {
  name: 'barman-cloud.cloudnative-pg.io',
  enabled: true,
  isWALArchiver: true,
  parameters: { barmanObjectName: 'carts' },
};

/** The cluster `dev`, with hands to apply objects and a clock that only a test moves. */
class World {
  readonly fleet: DemoFleet;
  #now = new Date('2026-11-20T12:00:00Z');

  constructor() {
    this.fleet = DemoFleet.create({
      token: 'reader',
      now: () => this.#now,
      databases: [],
    });
  }

  get now(): Date {
    return this.#now;
  }

  apply(type: ResourceType, name: string, spec: Spec, annotations = {}): this {
    this.fleet.cluster('dev').objects.apply(type, {
      metadata: { name, namespace: 'shop', annotations },
      spec,
    });
    return this;
  }

  remove(type: ResourceType, name: string): this {
    const { objects } = this.fleet.cluster('dev');
    objects.delete(type, { namespace: 'shop', name });
    return this;
  }

  pass(seconds: number): this {
    for (let second = 0; second < seconds; second++) {
      this.#now = new Date(this.#now.getTime() + 1000);
      this.fleet.tick();
    }
    return this;
  }

  objects(kind: string): KubernetesObject[] {
    return objectsOf(this.fleet.cluster('dev')).filter(
      object => object.kind === kind,
    );
  }

  names(kind: string): string[] {
    return this.objects(kind).map(({ metadata }) => metadata.name);
  }

  get cluster(): KubernetesObject {
    return this.objects('Cluster')[0];
  }

  get phase(): unknown {
    return this.cluster.status?.phase;
  }

  condition(type: string): Record<string, unknown> | undefined {
    const conditions: unknown = this.cluster.status?.conditions;
    return Array.isArray(conditions)
      ? conditions.find(condition => condition.type === type)
      : undefined;
  }
}

const store = {
  configuration: { destinationPath: 's3://carts-backups/dev/' },
  retentionPolicy: '2w',
};

const nightly = {
  cluster: { name: 'carts' },
  schedule: '0 0 2 * * *',
  immediate: true,
  method: 'plugin',
  pluginConfiguration: { name: plugin.name },
};

function cluster(spec: Spec = {}): Spec {
  return {
    instances: 2,
    imageName: 'ghcr.io/cloudnative-pg/postgresql:18.1-standard-trixie',
    storage: { size: '20Gi' },
    plugins: [plugin],
    ...spec,
  };
}

function withCarts(spec: Spec = {}): World {
  return new World()
    .apply(resourceTypes.objectStores, 'carts', store)
    .apply(resourceTypes.clusters, 'carts', cluster(spec))
    .apply(resourceTypes.scheduledBackups, 'carts', nightly);
}

describe('SimulatedOperator', () => {
  it('sets up a primary, then its replicas, then is healthy', () => {
    const world = withCarts().pass(1);
    expect(world.cluster.status).toMatchObject({
      phase: 'Setting up primary',
      phaseReason: 'Creating primary instance carts-1',
      initializingPVC: ['carts-1'],
      jobCount: 1,
    });
    expect(world.cluster.status).not.toHaveProperty('currentPrimary');
    expect(world.names('Pod')).toEqual([]);
    expect(world.names('PersistentVolumeClaim')).toEqual(['carts-1']);
    expect(world.condition('Ready')).toMatchObject({ status: 'False' });
    expect(world.condition('ContinuousArchiving')).toBeUndefined();

    world.pass(6);
    expect(world.names('Pod')).toEqual(['carts-1']);
    world.pass(4);
    expect(world.cluster.status).toMatchObject({
      phase: 'Creating a new replica',
      phaseReason: 'Creating replica carts-2-join',
      currentPrimary: 'carts-1',
      readyInstances: 1,
    });
    expect(world.condition('ContinuousArchiving')).toMatchObject({
      status: 'True',
    });

    world.pass(9);
    expect(world.cluster.status).toMatchObject({
      phase: 'Cluster in healthy state',
      instances: 2,
      readyInstances: 2,
    });
    expect(world.condition('Ready')).toMatchObject({ status: 'True' });
    expect(world.objects('Pod')).toHaveLength(2);
  });

  it('writes the status that the real operator writes while it begins', () => {
    const recorded = readRecordings()
      .get('restoring')
      ?.objects.find(({ kind }) => kind === 'Cluster');
    const simulated = withCarts().pass(1).cluster;
    const known = shapeOf({ status: recorded?.status });
    const strange = [...shapeOf({ status: simulated.status })].filter(
      path => !known.has(path),
    );

    expect(recorded).toBeDefined();
    expect(strange).toEqual([]);
  });

  it('leaves the spec as it was applied', () => {
    expect(withCarts().pass(30).cluster.spec).toEqual(cluster());
  });

  it('takes the backup that the schedule asks for at once, as recorded in backup-running', () => {
    const world = withCarts().pass(11);
    expect(world.objects('Backup')).toMatchObject([
      {
        metadata: {
          name: 'carts-20261120120011',
          labels: {
            'cnpg.io/cluster': 'carts',
            'cnpg.io/immediateBackup': 'true',
            'cnpg.io/scheduled-backup': 'carts',
          },
        },
        status: { phase: 'started' },
      },
    ]);
    expect(world.objects('ScheduledBackup')[0].status).toEqual({
      lastCheckTime: '2026-11-20T12:00:11Z',
      lastScheduleTime: '2026-11-20T12:00:11Z',
      nextScheduleTime: '2026-11-21T02:00:00Z',
    });

    world.pass(12);
    expect(world.objects('Backup')[0].status).toMatchObject({
      phase: 'completed',
    });
    expect(world.objects('ObjectStore')[0].status).toEqual({
      serverRecoveryWindow: {
        carts: {
          firstRecoverabilityPoint: '2026-11-20T12:00:18Z',
          lastSuccessfulBackupTime: '2026-11-20T12:00:18Z',
        },
      },
    });
    expect(world.condition('LastBackupSucceeded')).toMatchObject({
      status: 'True',
    });
    world.pass(600);
    expect(world.objects('Backup')).toHaveLength(1);
  });

  it('takes a backup that somebody applies, and leaves what they wrote', () => {
    const world = withCarts().pass(40);
    const spec = {
      cluster: { name: 'carts' },
      method: 'plugin',
      pluginConfiguration: { name: plugin.name },
    };
    const marks = { 'argocd.argoproj.io/tracking-id': 'carts' };
    const last = () =>
      world.objects('Backup').find(({ metadata }) => metadata.name === 'last');
    world.apply(resourceTypes.backups, 'last', spec, marks).pass(1);
    expect(last()).toMatchObject({
      metadata: { annotations: marks },
      spec,
      status: { phase: 'started', method: 'plugin' },
    });
    world.pass(12);
    expect(last()).toMatchObject({
      metadata: { annotations: marks },
      status: { phase: 'completed', backupId: expect.any(String) },
    });
    expect(world.pass(60).objects('Backup')).toHaveLength(2);
  });

  it('waits with a backup until there is an instance to take it from', () => {
    const world = withCarts().apply(resourceTypes.backups, 'early', {
      cluster: { name: 'carts' },
      method: 'plugin',
    });
    const early = () =>
      world.objects('Backup').find(({ metadata }) => metadata.name === 'early');
    expect(world.pass(2) && early()).not.toHaveProperty('status');
    expect(world.pass(40) && early()?.status?.phase).toBe('completed');
  });

  describe('asked to hibernate', () => {
    const asleep = { 'cnpg.io/hibernation': 'on' };
    const hibernation = (world: World) =>
      world.condition('cnpg.io/hibernation');

    // internal/controller/backup_controller.go, pkg/reconciler/hibernation/status.go; recording `hibernated`.
    it('takes the pods away, keeps the volumes, and refuses backups', () => {
      const world = withCarts().pass(40);
      world.apply(resourceTypes.clusters, 'carts', cluster(), asleep).pass(2);
      expect(world.names('Pod')).toEqual([]);
      expect(world.names('PersistentVolumeClaim')).toHaveLength(2);
      expect(world.phase).toBe('Cluster in healthy state');
      expect(hibernation(world)).toMatchObject({
        status: 'True',
        reason: 'Hibernated',
      });

      world
        .apply(resourceTypes.backups, 'late', {
          cluster: { name: 'carts' },
          method: 'plugin',
        })
        .pass(2);
      expect(
        world.objects('Backup').find(({ metadata }) => metadata.name === 'late')
          ?.status,
      ).toMatchObject({
        phase: 'failed',
        error: 'cannot backup a hibernated cluster',
      });

      world.apply(resourceTypes.clusters, 'carts', cluster()).pass(2);
      expect(world.names('Pod')).toHaveLength(2);
      expect(hibernation(world)).toBeUndefined();
      expect(world.condition('ContinuousArchiving')).toMatchObject({
        status: 'True',
      });
    });

    it('waits until all is well', () => {
      const world = new World()
        .apply(resourceTypes.objectStores, 'carts', store)
        .apply(resourceTypes.clusters, 'carts', cluster(), asleep)
        .pass(2);
      expect(hibernation(world)).toMatchObject({
        status: 'False',
        reason: 'WaitingForHealthy',
      });
      world.pass(40);
      expect(hibernation(world)).toMatchObject({ status: 'True' });
      expect(world.names('Pod')).toEqual([]);
    });
  });

  it('gives metrics to Prometheus', () => {
    const world = withCarts({ walStorage: { size: '5Gi' } }).pass(60);
    const value = (name: string, labels: Record<string, string>) =>
      world.fleet
        .metrics()
        .find(
          series =>
            series.name === name &&
            Object.entries(labels).every(
              ([label, wanted]) => series.labels[label] === wanted,
            ),
        )?.value;

    expect(
      value('cnpg_pg_stat_archiver_seconds_since_last_archival', {
        pod: 'carts-1',
        kubernetes_cluster: 'dev',
      }),
    ).toBeLessThan(60);
    expect(
      value('kubelet_volume_stats_capacity_bytes', {
        persistentvolumeclaim: 'carts-1-wal',
      }),
    ).toBe(5 * 2 ** 30);
  });

  it('follows a change: more instances, a larger volume, another schedule', () => {
    const world = withCarts().pass(30);
    world
      .apply(
        resourceTypes.clusters,
        'carts',
        cluster({ instances: 3, storage: { size: '30Gi' } }),
      )
      .apply(resourceTypes.scheduledBackups, 'carts', {
        ...nightly,
        immediate: false,
        schedule: '0 */1 * * * *',
      })
      .pass(1);
    expect(world.phase).toBe('Creating a new replica');

    world.pass(10);
    expect(world.phase).toBe('Cluster in healthy state');
    expect(world.names('Pod')).toEqual(['carts-1', 'carts-2', 'carts-3']);
    expect(
      world.objects('PersistentVolume').map(({ spec }) => spec?.capacity),
    ).toEqual(Array(3).fill({ storage: '30Gi' }));
    expect(world.pass(60).objects('Backup')).toHaveLength(2);
  });

  it('takes instances away, and their volumes', () => {
    const world = withCarts({ instances: 3 }).pass(40);
    world.apply(resourceTypes.clusters, 'carts', cluster({ instances: 1 }));

    expect(world.pass(1).names('Pod')).toEqual(['carts-1']);
    expect(world.names('PersistentVolumeClaim')).toEqual(['carts-1']);
    expect(world.objects('PersistentVolume')).toHaveLength(1);
    expect(world.phase).toBe('Cluster in healthy state');
  });

  it('takes away what belonged to a Cluster that is deleted, but for Backups of nobody', () => {
    const world = withCarts().pass(40);
    expect(world.objects('Backup')).toHaveLength(1);
    world
      .remove(resourceTypes.clusters, 'carts')
      .remove(resourceTypes.scheduledBackups, 'carts')
      .pass(1);

    for (const kind of ['Pod', 'PersistentVolumeClaim', 'PersistentVolume']) {
      expect(world.names(kind)).toEqual([]);
    }
    // `backupOwnerReference: none` is the default of the custom resource.
    expect(world.objects('Backup')).toHaveLength(1);
    expect(world.fleet.databases).toEqual([]);
    expect(world.fleet.metrics()).toEqual([]);
  });

  it('refuses to archive over what a database of that name left behind, as recorded in two-clusters-one-path', () => {
    const world = withCarts().pass(40).remove(resourceTypes.clusters, 'carts');
    const first = world.fleet.databases[0].uid;
    world.pass(1).apply(resourceTypes.clusters, 'carts', cluster()).pass(60);

    expect(world.cluster.metadata.uid).not.toBe(first);
    expect(world.condition('ContinuousArchiving')).toMatchObject({
      status: 'False',
      message:
        'rpc error: code = Unknown desc = unexpected failure invoking barman-cloud-wal-archive: exit status 1',
    });
  });

  it('says so where the ObjectStore is missing', () => {
    const world = new World()
      .apply(resourceTypes.clusters, 'carts', cluster())
      .apply(resourceTypes.scheduledBackups, 'carts', nightly)
      .pass(60);

    expect(world.condition('ContinuousArchiving')).toMatchObject({
      status: 'False',
      message:
        'rpc error: code = Unknown desc = objectstores.barmancloud.cnpg.io "carts" not found',
    });
    expect(world.objects('Backup')[0].status).toMatchObject({
      phase: 'failed',
    });
    world.apply(resourceTypes.objectStores, 'carts', store).pass(40);
    expect(world.condition('ContinuousArchiving')).toMatchObject({
      status: 'True',
    });
  });

  it('never finishes where nobody makes the volume', () => {
    const world = withCarts({
      storage: { size: '20Gi', storageClass: 'gold' },
    }).pass(600);

    expect(world.phase).toBe('Setting up primary');
    expect(world.objects('PersistentVolumeClaim')).toMatchObject([
      { spec: { storageClassName: 'gold' }, status: { phase: 'Pending' } },
    ]);
    expect(world.names('PersistentVolume')).toEqual([]);
  });

  it.each([
    ['an endpoint that nobody knows', 'https://s3.nowhere.example', 'False'],
    ['a store inside of the cluster', 'http://store.shop.svc:3900', 'True'],
    ['the store of the cluster', 'https://garage.dev.store.example', 'True'],
  ])('archives to %s', (_what, endpointURL, status) => {
    const world = withCarts();
    world
      .apply(resourceTypes.objectStores, 'carts', {
        configuration: { destinationPath: 's3://carts/', endpointURL },
      })
      .pass(60);

    expect(world.condition('ContinuousArchiving')).toMatchObject({ status });
  });

  it('restores only what there is a backup of', () => {
    const restored = (serverName: string) => {
      const world = withCarts().pass(40);
      world
        .apply(
          resourceTypes.clusters,
          'copy',
          cluster({
            plugins: [],
            bootstrap: { recovery: { source: 'origin' } },
            externalClusters: [
              {
                name: 'origin',
                plugin: { ...plugin, parameters: { serverName } },
              },
            ],
          }),
        )
        .pass(40);
      return world.objects('Cluster').find(c => c.metadata.name === 'copy');
    };

    expect(restored('carts')?.status?.phase).toBe('Cluster in healthy state');
    expect(restored('cart')?.status?.phase).toBe(
      'Cluster is unrecoverable and needs manual intervention',
    );
  });

  it('leaves described databases to themselves', () => {
    const fleet = DemoFleet.create({ token: 'reader', now: () => new Date() });
    const count = fleet.databases.length;
    fleet.tick();
    fleet.tick();

    expect(fleet.databases).toHaveLength(count);
  });
});
