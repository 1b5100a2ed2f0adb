import { JsonObject } from '@backstage/types';
import { describeWorkload, engines } from './__testUtils__/describe';
import { claim, mysql, pod, postgres, service } from './__testUtils__/objects';
import { describeDatabases, KubernetesObject, listAt } from '../../engine';

function mount(mountPath: string) {
  return { volumeMounts: [{ name: 'data', mountPath }] };
}

function describeAll(objects: readonly KubernetesObject[]) {
  return describeDatabases({ engines, cluster: 'lab', objects });
}

it('tells of the servers that share a pod with the one that is judged', () => {
  const beside = mysql();
  const containers = [
    ...listAt(beside.spec, 'template', 'spec', 'containers'),
    { name: 'cache', image: 'redis:7' },
    { name: 'metrics', image: 'prom/mysqld-exporter:0.17' },
    { name: 'client', image: 'postgres:17', command: ['sleep', '1d'] },
  ];
  expect(
    describeWorkload([mysql({ pod: { containers } })]).otherServers,
  ).toMatchObject({
    value: 'redis',
    evidence: { field: '.spec.template.spec.containers[1].image' },
  });
  expect(describeWorkload([beside]).otherServers).toBeUndefined();
});

describe('the MySQL of "Run a Single-Instance Stateful Application"', () => {
  const database = describeWorkload([mysql(), service(), claim(), pod]);

  it('is a database with its pod and volume', () => {
    expect(database).toMatchObject({
      id: 'lab/shop/Deployment.apps/mysql',
      engine: 'mysql',
      version: '9',
      operator: 'workloads',
      podSelector: 'app=mysql',
      health: { state: 'healthy' },
      desiredInstances: { value: 1 },
      readyInstances: { value: 1 },
      role: { value: 'primary' },
      requestedBytes: { value: 20 * 2 ** 30 },
    });
    expect(database.instances).toMatchObject([
      { name: pod.metadata.name, role: 'primary', ready: { value: true } },
    ]);
    expect(database.volumes).toMatchObject([
      { claim: { name: 'mysql-pv-claim' }, role: 'data' },
    ]);
    expect(database.unclaimed).toBeUndefined();
  });

  it('does not overlap with itself, since it says Recreate', () => {
    expect(database.overlapsOnChange?.value).toBe(false);
    const rolling = describeWorkload([mysql({ spec: { strategy: {} } })]);
    expect(rolling.overlapsOnChange?.value).toBe(true);
    const surge = { rollingUpdate: { maxSurge: 0 } };
    expect(
      describeWorkload([mysql({ spec: { strategy: surge } })]).overlapsOnChange
        ?.value,
    ).toBe(false);
  });

  it('shows no value of its environment', () => {
    expect(JSON.stringify(database)).not.toContain('very-secret');
    const [resource] = engines.resources.filter(
      ({ kind }) => kind === 'Deployment',
    );
    expect(JSON.stringify(engines.project(resource, mysql()))).not.toContain(
      'very-secret',
    );
  });
});

describe('a StatefulSet', () => {
  it('has the volumes of its templates', () => {
    const database = describeWorkload(
      [postgres(), claim('data-postgres-0'), claim('data-postgres-1')],
      { name: 'postgres' },
    );
    expect(database.volumes).toMatchObject([
      {
        claim: { name: 'data-postgres-0' },
        instance: 'postgres-0',
        role: 'data',
      },
    ]);
    expect(database.requestedBytes?.value).toBe(10 * 2 ** 30);
    expect(database.version).toBe('17.5');
  });

  it('with three pods has no replicas: each has data of its own', () => {
    const { instances } = describeWorkload(
      [postgres({ spec: { replicas: 3 } })],
      { name: 'postgres' },
    );
    expect(instances.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'postgres-0 unknown',
      'postgres-1 unknown',
      'postgres-2 unknown',
    ]);
  });

  it('of an image that is told to follow is no primary', () => {
    // POSTGRESQL_REPLICATION_MODE of bitnami/postgresql, "Setting up a streaming replication".
    const { role, instances } = describeWorkload(
      [
        postgres({
          container: {
            image: 'bitnamilegacy/postgresql:16',
            env: [{ name: 'POSTGRESQL_REPLICATION_MODE', value: 'slave' }],
          },
        }),
      ],
      { name: 'postgres' },
    );
    expect(role.value).toBe('replica-cluster');
    expect(instances[0].role).toBe('replica');
  });

  it.each([
    [0, 'hibernated'],
    [2, 'degraded'],
  ])('asked for %d pods is %s', (replicas, state) => {
    const { health } = describeWorkload([postgres({ spec: { replicas } })], {
      name: 'postgres',
    });
    expect(health.state).toBe(state);
  });
});

describe('the data directory', () => {
  // https://hub.docker.com/_/postgres, "PGDATA": mounts of /var/lib/postgresql do not persist up to 17, and are the right ones from 18 on.
  it.each([
    ['postgres:17', '/var/lib/postgresql/data', undefined],
    ['postgres:17', '/var/lib/postgresql/data/', undefined],
    ['postgres:17', '/var/lib/postgresql', 'pod'],
    ['postgres:18', '/var/lib/postgresql', undefined],
    ['postgres:18.1', '/var/lib/postgresql/data', 'pod'],
    ['postgres:latest', '/var/lib/postgresql/data', undefined],
    ['postgres:latest', '/var/lib/postgresql', undefined],
    ['postgres:17', '/docker-entrypoint-initdb.d', 'pod'],
    ['timescale/timescaledb-ha:pg17', '/home/postgres/pgdata', undefined],
    ['bitnami/postgresql:17', '/bitnami/postgresql', undefined],
    ['bitnami/postgresql:17', '/var/lib/postgresql/data', 'pod'],
    ['mysql:8.4', '/var/lib/mysql', undefined],
    ['mariadb:11', '/var/lib', 'pod'],
    ['bitnami/mariadb:11', '/bitnami/mariadb', undefined],
    ['redis:7', '/data', undefined],
  ])('of %s on %s lies on a claim or not', (image, mountPath, unclaimed) => {
    const database = describeWorkload(
      [postgres({ container: { image, env: [], ...mount(mountPath) } })],
      { name: 'postgres' },
    );
    expect(database.unclaimed?.value).toBe(unclaimed);
  });

  it.each([
    [{ env: [{ name: 'PGDATA', value: '/pg/data' }], ...mount('/pg') }],
    [{ args: ['-c', 'data_directory=/pg/data'], ...mount('/pg') }],
    [{ image: 'mysql:9', args: ['--datadir=/pg/data'], ...mount('/pg') }],
  ])('is where the container is told: %j', container => {
    const { unclaimed } = describeWorkload([postgres({ container })], {
      name: 'postgres',
    });
    expect(unclaimed).toBeUndefined();
  });

  it.each([
    [{ emptyDir: {} }, 'pod'],
    [{}, 'pod'],
    [{ ephemeral: { volumeClaimTemplate: {} } }, 'pod'],
    [{ hostPath: { path: '/srv/mysql' } }, 'node'],
    [{ nfs: { server: 'nas', path: '/mysql' } }, 'elsewhere'],
  ])('on a volume of %j goes with it', (source, unclaimed) => {
    const volumes = [{ name: 'mysql-persistent-storage', ...source }];
    expect(
      describeWorkload([mysql({ pod: { volumes } })]).unclaimed?.value,
    ).toBe(unclaimed);
  });
});

describe('what is no database', () => {
  it.each([
    ['another image', { image: 'nginx' }],
    ['an exporter', { image: 'prom/mysqld-exporter' }],
    ['a client', { command: ['sleep', 'infinity'] }],
    ['a loop that dumps', { command: ['sh', '-c', 'mysqldump -h db -A'] }],
    [
      'a sentinel',
      { image: 'redis:7', command: ['redis-sentinel', '/etc/s.conf'] },
    ],
    ['a broken image', { image: 17 }],
  ])('has no entry: %s', (_, container) => {
    expect(describeAll([mysql({ container })])).toEqual([]);
  });

  it('is what belongs to an operator', () => {
    const owned = postgres();
    owned.metadata.ownerReferences = [
      {
        apiVersion: 'pxc.percona.com/v1',
        kind: 'PerconaXtraDBCluster',
        name: 'cluster1',
        uid: 'x',
      },
    ];
    expect(describeAll([owned])).toEqual([]);
    const labelled = postgres();
    labelled.metadata.labels = {
      'app.kubernetes.io/managed-by': 'percona-xtradb-cluster-operator',
    };
    expect(describeAll([labelled])).toEqual([]);
  });

  it('but is what an operator runs that nothing else reads', () => {
    const owned = mysql();
    owned.metadata.ownerReferences = [
      {
        apiVersion: 'mysql.oracle.com/v2',
        kind: 'InnoDBCluster',
        name: 'mysql',
        uid: 'x',
      },
    ];
    expect(describeAll([owned])).toHaveLength(1);
  });
});

describe('a Redis', () => {
  const redis = (container: JsonObject) =>
    describeWorkload(
      [
        postgres({
          container: {
            image: 'redis:7.4',
            env: [],
            ...mount('/data'),
            ...container,
          },
        }),
      ],
      { name: 'postgres' },
    ).persistence;

  it('without options does as its documentation says', () => {
    // redis.conf of 7.4: save 3600 1 300 100 60 10000, appendonly no.
    expect(redis({})).toMatchObject({
      storage: { value: 'claim' },
      snapshots: { longestIntervalSeconds: { value: 3600 } },
      log: { enabled: { value: false } },
      evicts: { value: false },
    });
  });

  it.each<[JsonObject]>([
    [{ args: ['--appendonly', 'yes', '--save', '60', '1'] }],
    [
      {
        command: ['redis-server'],
        args: ['--appendonly', 'yes', '--save', '60 1'],
      },
    ],
    [
      {
        command: ['sh', '-c'],
        args: [
          'exec redis-server --requirepass very-secret --appendonly yes --save 60 1',
        ],
      },
    ],
  ])('is told what to keep by %j', container => {
    const persistence = redis(container);
    expect(persistence).toMatchObject({
      snapshots: { longestIntervalSeconds: { value: 60 } },
      log: { enabled: { value: true }, flush: { value: 'everysec' } },
    });
    expect(JSON.stringify(persistence)).not.toContain('very-secret');
  });

  it('keeps nothing where it is told to', () => {
    expect(
      redis({ args: ['--save', '', '--appendonly', 'no'] })?.storage.value,
    ).toBe('none');
  });

  it.each<[string, JsonObject]>([
    ['a file of configuration', { args: ['redis-server', '/etc/redis.conf'] }],
    ['a script', { command: ['/scripts/start.sh'] }],
    [
      'an image with one of its own',
      { image: 'redis/redis-stack-server:7.4.0' },
    ],
  ])('cannot be told of with %s', (_, container) => {
    const persistence = redis(container);
    expect(persistence?.snapshots).toBeUndefined();
    expect(persistence?.log).toBeUndefined();
  });

  it('on nothing goes with its pod', () => {
    expect(redis({ volumeMounts: [] })?.storage.value).toBe('ephemeral');
  });
});
