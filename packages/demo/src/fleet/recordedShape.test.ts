import {
  cloudNativePgEngine,
  Engines,
  KubernetesObject,
  qualifiedKind,
  volumesEngine,
} from '@holdfast/plugin-holdfast-node';
import { objectsOf } from '../__testUtils__/objectsOf';
import { readRecordings } from '../__testUtils__/recordings';
import { shapeOf } from '../__testUtils__/shapeOf';
import { DemoFleet } from './DemoFleet';

const now = new Date('2026-11-20T12:00:00Z');

/** What the lab cannot show, by the beginning of kind and path, and why. */
const unrecorded: ReadonlyMap<string, string> = new Map([
  ['Node', 'recordings leave nodes out; zone and region are well-known labels'],
  ['Namespace: metadata.annotations', 'the user states the owner'],
  ['Cluster: metadata.labels', 'the user states the purpose of a copy'],
  ['Cluster: metadata.annotations.*', 'the user states objectives'],
  ['Cluster: spec.replica', 'the lab has one cluster, and none to follow'],
  [
    'Cluster: spec.externalClusters[].connectionParameters',
    'the same; docs/src/replica_cluster.md of the operator',
  ],
  ['Cluster: spec.backup.volumeSnapshot', 'the lab has no CSI driver'],
  [
    'Cluster: status.firstRecoverabilityPointByMethod.volumeSnapshot',
    'the lab has no CSI driver',
  ],
  [
    'Cluster: status.lastSuccessfulBackupByMethod.volumeSnapshot',
    'the lab has no CSI driver',
  ],
  [
    'Cluster: metadata.annotations.cnpg.io/skipEmptyWalArchiveCheck',
    'set by the user; pkg/utils/labels_annotations.go of the operator',
  ],
  [
    'Cluster: spec.postgresql.pg_hba',
    'set by the user; docs/src/declarative_role_management.md of the operator',
  ],
  ['Database', 'not recorded; api/v1/database_types.go of the operator'],
  [
    'DatabaseRole',
    'not recorded; api/v1/databaserole_types.go of the operator',
  ],
  ['Backup volumeSnapshot', 'the lab has no CSI driver'],
  ['VolumeSnapshot', 'the lab has no CSI driver'],
  ['VolumeSnapshotClass', 'the lab has no CSI driver'],
  ['PersistentVolume: spec.csi', 'the lab has no CSI driver'],
  ['StorageClass: parameters', 'the lab has no CSI driver'],
  ['StorageClass: allowVolumeExpansion', 'the lab has no CSI driver'],
]);

/** Conditions that no recording shows, with the place in the source of CloudNativePG 1.30 that writes them. */
const inTheSource: ReadonlyMap<string, string> = new Map([
  [
    'ContinuousArchiving False ContinuousArchivingFailing: rpc error: code = Unknown desc = objectstores.barmancloud.cnpg.io "experiments" not found',
    'internal/cnpgi/common/wal.go of plugin-barman-cloud 0.14 passes on what the API server says',
  ],
  [
    'LastBackupSucceeded False LastBackupFailed: rpc error: code = Unknown desc = objectstores.barmancloud.cnpg.io "experiments" not found',
    'internal/cnpgi/instance/backup.go of plugin-barman-cloud 0.14 passes on what the API server says',
  ],
]);

const engines = Engines.create([cloudNativePgEngine, volumesEngine]);
const recordings = [...readRecordings().values()];
const recordedObjects = recordings.flatMap(({ objects }) =>
  objects.map(object => JSON.parse(JSON.stringify(object))),
);

/** A fleet in which something of everything goes on: a backup runs, an instance takes over, another one is fenced. */
function busyFleet(): DemoFleet {
  let time = now.getTime();
  const demo = DemoFleet.create({
    token: 'reader',
    now: () => new Date(time),
    // Only CloudNativePG was recorded; `conformance/src/demo` holds the others to their schemas.
    others: {},
  });
  const pass = () => {
    time += 1000;
    demo.tick();
  };
  demo.store('s3-us-east').switch('refusing', demo.now());
  demo.act('prod-us-east/shop/orders', ({ backups }) =>
    backups.start(demo.now()),
  );
  for (let second = 0; second < 15; second++) pass();
  demo.act('prod-eu-west/shop/orders', ({ backups }) =>
    backups.start(demo.now()),
  );
  demo.act('dev/analytics/notebooks', ({ backups }) =>
    backups.start(demo.now()),
  );
  demo.act('prod-eu-west/shop/carts', database =>
    database.failOver(demo.now()),
  );
  for (let second = 0; second < 3; second++) pass();
  return demo;
}

const demo = busyFleet();
const simulatedObjects = [...demo.clusters.values()].flatMap(objectsOf);

/** Kind, and of a status what else decides which fields there are. */
function sortsOf({ kind = '', status, ...object }: KubernetesObject) {
  const sort =
    kind === 'Backup' ? `Backup ${status?.method} ${status?.phase}` : kind;
  return [
    [kind, shapeOf(object)],
    [sort, shapeOf({ status })],
  ] as const;
}

function shapesOf(
  objects: readonly KubernetesObject[],
): Map<string, Set<string>> {
  const shapes = new Map<string, Set<string>>();
  for (const [sort, paths] of objects.flatMap(sortsOf)) {
    const shape = shapes.get(sort) ?? new Set();
    for (const path of paths) shape.add(path);
    shapes.set(sort, shape);
  }
  return shapes;
}

/** Of every kind, what the engines keep of it: the paths that judgement reads. */
function readShapesOf(
  objects: readonly KubernetesObject[],
): Map<string, Set<string>> {
  const shapes = new Map<string, Set<string>>();
  for (const object of objects) {
    const resource = engines.resources.find(
      ({ group, version, kind }) =>
        kind === object.kind &&
        object.apiVersion === (group ? `${group}/${version}` : version),
    );
    if (!resource) continue;
    const kind = qualifiedKind(resource);
    const shape = shapes.get(kind) ?? new Set();
    const read = shapeOf(engines.project(resource, object)?.data);
    for (const path of read) shape.add(path);
    shapes.set(kind, shape);
  }
  return shapes;
}

describe('the simulated objects', () => {
  it('have no field that the real ones do not have', () => {
    const recorded = shapesOf(recordedObjects);
    const strange = [...shapesOf(simulatedObjects)].flatMap(([sort, shape]) =>
      [...shape]
        .filter(path => !recorded.get(sort)?.has(path))
        .map(path => `${sort}: ${path}`),
    );
    const allowed = [...unrecorded.keys()];
    const isAllowed = (path: string) =>
      allowed.some(prefix => path.startsWith(prefix));

    expect(strange.filter(path => !isAllowed(path))).toEqual([]);
  });

  it('have every field that the engines read of the real ones', () => {
    const simulated = readShapesOf(simulatedObjects);
    const lacking = [...readShapesOf(recordedObjects)].flatMap(
      ([kind, shape]) =>
        [...shape]
          .filter(path => !simulated.get(kind)?.has(path))
          .map(path => `${kind}: ${path}`),
    );

    expect(lacking).toEqual([]);
  });

  it('know no condition of a Cluster that the operator does not', () => {
    const recorded = conditionsOf(recordedObjects);
    const strange = [...conditionsOf(simulatedObjects)].filter(
      condition => !recorded.has(condition) && !inTheSource.has(condition),
    );

    expect(strange).toEqual([]);
  });
});

function conditionsOf(objects: readonly KubernetesObject[]): Set<string> {
  return new Set(
    objects
      .filter(({ kind }) => kind === 'Cluster')
      .flatMap(({ status }) => listAt(status, 'conditions'))
      .map(
        ({ type, status, reason, message }) =>
          `${type} ${status} ${reason}: ${message}`,
      ),
  );
}

function listAt(value: unknown, key: string): Array<Record<string, unknown>> {
  const list = new Map(Object.entries(Object(value))).get(key);
  return Array.isArray(list) ? list : [];
}

describe('the simulated metrics', () => {
  const recorded = new Map<string, Set<string>>();
  for (const { name, labels } of recordings.flatMap(({ metrics }) => metrics)) {
    const known = recorded.get(name) ?? new Set();
    recorded.set(name, new Set([...known, ...Object.keys(labels)]));
  }
  const simulated = demo.metrics();

  it('have the names and labels of the real ones', () => {
    const strange = simulated.filter(
      ({ name, labels }) =>
        !Object.keys(labels).every(
          label =>
            recorded.get(name)?.has(label) ||
            // What the scrape adds to tell the clusters apart.
            label === 'kubernetes_cluster',
        ) || !recorded.has(name),
    );

    expect(strange).toEqual([]);
  });

  it('are all that the engines ask for', () => {
    const names = new Set(simulated.map(({ name }) => name));

    expect(
      engines.metrics.map(({ name }) => name).filter(name => !names.has(name)),
    ).toEqual([]);
  });
});
