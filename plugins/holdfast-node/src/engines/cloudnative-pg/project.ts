import { JsonObject } from '@backstage/types';
import {
  entriesOf,
  FactKey,
  factKeyOf,
  fields,
  KubernetesObject,
  listOf,
  objectAt,
  Projection,
  qualifiedKind,
  scalar,
  Shape,
  stringAt,
  WatchedResource,
} from '../../engine';
import {
  archiveKey,
  objectStoreKey,
  recoveryArchive,
  serverKey,
  writtenArchives,
} from './archives';
import {
  fencedInstancesAnnotation,
  hibernationAnnotation,
  reconciliationLoopAnnotation,
  skipWalArchivingAnnotation,
} from './names';
import {
  backups,
  clusters,
  objectStores,
  poolers,
  scheduledBackups,
} from './resources';

const telling = new Set([
  fencedInstancesAnnotation,
  hibernationAnnotation,
  reconciliationLoopAnnotation,
  skipWalArchivingAnnotation,
]);

const metadata = fields({
  deletionTimestamp: scalar,
  labels: entriesOf(scalar, name => name.startsWith('holdfast.io/')),
  annotations: entriesOf(
    scalar,
    name => name.startsWith('holdfast.io/') || telling.has(name),
  ),
});

const destination = fields({
  endpointURL: scalar,
  destinationPath: scalar,
  serverName: scalar,
});

const barmanParameters = fields({
  barmanObjectName: scalar,
  serverName: scalar,
});

const byMethod = fields({ barmanObjectStore: scalar, volumeSnapshot: scalar });

const clusterShape = fields({
  metadata,
  spec: fields({
    instances: scalar,
    imageName: scalar,
    imageCatalogRef: fields({ major: scalar }),
    minSyncReplicas: scalar,
    maxSyncReplicas: scalar,
    postgresql: fields({
      parameters: fields({ archive_timeout: scalar }),
      synchronous: fields({
        method: scalar,
        number: scalar,
        dataDurability: scalar,
      }),
    }),
    plugins: listOf(
      fields({
        name: scalar,
        enabled: scalar,
        isWALArchiver: scalar,
        parameters: barmanParameters,
      }),
    ),
    backup: fields({
      retentionPolicy: scalar,
      barmanObjectStore: destination,
      volumeSnapshot: fields({ className: scalar, online: scalar }),
    }),
    bootstrap: fields({
      recovery: fields({
        source: scalar,
        backup: fields({ name: scalar }),
        volumeSnapshots: fields({ storage: fields({ name: scalar }) }),
        recoveryTarget: fields({
          targetTime: scalar,
          targetLSN: scalar,
          targetXID: scalar,
          targetName: scalar,
          targetImmediate: scalar,
          backupID: scalar,
        }),
      }),
    }),
    externalClusters: listOf(
      fields({
        name: scalar,
        plugin: fields({ name: scalar, parameters: barmanParameters }),
        barmanObjectStore: destination,
      }),
    ),
    replica: fields({
      enabled: scalar,
      self: scalar,
      primary: scalar,
      source: scalar,
    }),
  }),
  status: fields({
    phase: scalar,
    phaseReason: scalar,
    instances: scalar,
    readyInstances: scalar,
    instanceNames: listOf(scalar),
    currentPrimary: scalar,
    currentPrimaryTimestamp: scalar,
    image: scalar,
    pgDataImageInfo: fields({ majorVersion: scalar }),
    topology: fields({ nodesUsed: scalar, successfullyExtracted: scalar }),
    firstRecoverabilityPointByMethod: byMethod,
    lastSuccessfulBackupByMethod: byMethod,
    lastFailedBackup: scalar,
    conditions: listOf(
      fields({
        type: scalar,
        status: scalar,
        reason: scalar,
        message: scalar,
        lastTransitionTime: scalar,
      }),
    ),
  }),
});

const order = {
  cluster: fields({ name: scalar }),
  method: scalar,
  pluginConfiguration: fields({ name: scalar }),
};

const backupShape = fields({
  spec: fields(order),
  status: fields({
    phase: scalar,
    method: scalar,
    online: scalar,
    backupId: scalar,
    majorVersion: scalar,
    reconciliationStartedAt: scalar,
    reconciliationTerminatedAt: scalar,
    startedAt: scalar,
    stoppedAt: scalar,
    error: scalar,
    commandError: scalar,
    endpointURL: scalar,
    destinationPath: scalar,
    serverName: scalar,
    pluginMetadata: fields({ clusterUID: scalar, timeline: scalar }),
    snapshotBackupStatus: fields({
      elements: listOf(fields({ name: scalar, type: scalar })),
    }),
  }),
});

const scheduledBackupShape = fields({
  spec: fields({
    ...order,
    schedule: scalar,
    suspend: scalar,
    immediate: scalar,
  }),
  status: fields({
    lastScheduleTime: scalar,
    nextScheduleTime: scalar,
    error: scalar,
  }),
});

const poolerShape = fields({
  spec: fields({
    cluster: fields({ name: scalar }),
    type: scalar,
    instances: scalar,
  }),
  status: fields({ phase: scalar, instances: scalar }),
});

const objectStoreShape = fields({
  metadata,
  spec: fields({
    configuration: fields({ endpointURL: scalar, destinationPath: scalar }),
    retentionPolicy: scalar,
  }),
  status: fields({
    serverRecoveryWindow: entriesOf(
      fields({
        firstRecoverabilityPoint: scalar,
        lastSuccessfulBackupTime: scalar,
        lastFailedBackupTime: scalar,
      }),
    ),
  }),
});

type Project = (
  object: KubernetesObject,
  data: JsonObject,
) => Omit<Projection, 'data'>;

const projects = new Map<string, { shape: Shape<JsonObject>; relate: Project }>(
  [
    [qualifiedKind(clusters), { shape: clusterShape, relate: relateCluster }],
    [qualifiedKind(backups), { shape: backupShape, relate: relateToCluster }],
    [
      qualifiedKind(scheduledBackups),
      { shape: scheduledBackupShape, relate: relateToCluster },
    ],
    [qualifiedKind(poolers), { shape: poolerShape, relate: relateToCluster }],
    [
      qualifiedKind(objectStores),
      { shape: objectStoreShape, relate: relateObjectStore },
    ],
  ],
);

/**
 * Keeps what is judged of the operator's objects, laid out as in the object, so that evidence names the field it was read from.
 */
export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const projection = projects.get(qualifiedKind(resource));
  const data = projection?.shape(object);
  return projection && data
    ? { ...projection.relate(object, data), data }
    : undefined;
}

function relateCluster(
  { metadata: { namespace, name } }: KubernetesObject,
  data: JsonObject,
): Omit<Projection, 'data'> {
  const written = writtenArchives(data, name);
  const source = recoveryArchive(data, name);
  const needs: FactKey[] = written.flatMap(({ objectStore }) =>
    objectStore === undefined ? [] : objectStoreKey(namespace, objectStore),
  );
  if (namespace !== undefined) {
    needs.push(factKeyOf({ kind: 'Namespace', name: namespace }));
  }
  return {
    subjects: source ? [archiveKey(namespace, source)] : [],
    needs,
    collects: [
      ...new Set([
        ...written.map(archive => archiveKey(namespace, archive)),
        ...[name, ...written.map(({ serverName }) => serverName)].map(server =>
          serverKey(namespace, server),
        ),
      ]),
    ],
  };
}

function relateToCluster(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
): Omit<Projection, 'data'> {
  const name = stringAt(data, 'spec', 'cluster', 'name');
  return {
    subjects:
      name === undefined
        ? []
        : [factKeyOf({ kind: qualifiedKind(clusters), namespace, name })],
    needs: [],
  };
}

function relateObjectStore(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
): Omit<Projection, 'data'> {
  const servers = Object.keys(objectAt(data, 'status', 'serverRecoveryWindow'));
  return {
    subjects: servers.map(server => serverKey(namespace, server)),
    needs: [],
  };
}
