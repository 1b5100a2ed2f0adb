import { JsonObject } from '@backstage/types';
import {
  ANNOTATION_PREFIX,
  archiveTimeoutOf,
  PostgresqlChoices,
} from '@holdfast/plugin-holdfast-common';
import { KubernetesObject, WatchedResource } from '../../engine';
import { barmanCloudPlugin } from './names';
import { clusters, objectStores, scheduledBackups } from './resources';

/**
 * The objects that the template `postgresql` would make for the first cluster, as far as judgement asks for them: no more than it takes to
 * say before a repository exists what its database would attain. Sound choices are asked for.
 *
 * @public
 */
export function declareDatabase(
  choices: PostgresqlChoices,
): KubernetesObject[] {
  const { name, snapshotClass, secondRegion } = choices;
  return [
    objectOf(clusters, choices, {
      name,
      annotations: {
        [`${ANNOTATION_PREFIX}entity-ref`]: `resource:default/${name}`,
      },
      spec: clusterSpec(choices),
    }),
    objectOf(objectStores, choices, {
      name,
      spec: {
        retentionPolicy: choices.retention,
        configuration: storeConfiguration(choices, ''),
      },
    }),
    ...(secondRegion
      ? [
          objectOf(objectStores, choices, {
            name: `${name}-peer`,
            spec: { configuration: storeConfiguration(choices, secondRegion) },
          }),
        ]
      : []),
    objectOf(scheduledBackups, choices, {
      name,
      spec: {
        cluster: { name },
        schedule: choices.backupSchedule,
        immediate: true,
        backupOwnerReference: 'none',
        method: 'plugin',
        pluginConfiguration: { name: barmanCloudPlugin },
        target: 'prefer-standby',
      },
    }),
    ...(snapshotClass
      ? [
          objectOf(scheduledBackups, choices, {
            name: `${name}-snapshot`,
            spec: {
              cluster: { name },
              schedule: choices.snapshotSchedule,
              immediate: true,
              backupOwnerReference: 'none',
              method: 'volumeSnapshot',
              target: 'prefer-standby',
            },
          }),
        ]
      : []),
  ];
}

function clusterSpec(choices: PostgresqlChoices): JsonObject {
  const { name, instances, snapshotClass, secondRegion } = choices;
  const storageClass = choices.storageClass
    ? { storageClass: choices.storageClass }
    : {};
  return {
    instances,
    imageName: `ghcr.io/cloudnative-pg/postgresql:${choices.postgresVersion}-standard-trixie`,
    bootstrap: {
      initdb: {
        database: choices.database,
        owner: choices.database,
        dataChecksums: true,
      },
    },
    storage: { size: choices.dataSize, ...storageClass },
    walStorage: { size: choices.walSize, ...storageClass },
    resources: {
      requests: { cpu: choices.cpu, memory: choices.memory },
      limits: { memory: choices.memory },
    },
    postgresql: {
      parameters: { archive_timeout: `${archiveTimeoutOf(choices)}s` },
      ...(choices.synchronous !== 'off' && {
        synchronous: {
          method: choices.synchronous,
          number: choices.synchronousNumber,
          dataDurability: choices.dataDurability,
          ...(choices.dataDurability === 'required' && {
            failoverQuorum: true,
          }),
        },
      }),
    },
    plugins: [
      {
        name: barmanCloudPlugin,
        isWALArchiver: true,
        parameters: { barmanObjectName: name, serverName: name },
      },
    ],
    ...(snapshotClass && {
      backup: {
        volumeSnapshot: {
          className: snapshotClass,
          snapshotOwnerReference: 'backup',
          online: true,
          onlineConfiguration: {
            immediateCheckpoint: true,
            waitForArchive: true,
          },
        },
      },
    }),
    enablePDB: instances > 1,
    affinity: {
      enablePodAntiAffinity: true,
      topologyKey: 'kubernetes.io/hostname',
      podAntiAffinityType: 'preferred',
    },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'cnpg.io/cluster': name } },
      },
    ],
    ...(secondRegion && {
      replica: { primary: name, self: name, source: `${name}-${secondRegion}` },
      externalClusters: [
        externalCluster(name, name),
        externalCluster(`${name}-${secondRegion}`, `${name}-peer`),
      ],
    }),
  };
}

function externalCluster(serverName: string, barmanObjectName: string) {
  return {
    name: serverName,
    plugin: {
      name: barmanCloudPlugin,
      parameters: { barmanObjectName, serverName },
    },
  };
}

/** Where backups go; the keys of a store are in a Secret that only the cluster has. */
function storeConfiguration(
  choices: PostgresqlChoices,
  region: string,
): JsonObject {
  const { store, bucket, endpoint, azure, name, namespace } = choices;
  const compression = {
    wal: { compression: 'gzip', maxParallel: 2 },
    data: { compression: 'gzip', jobs: 2 },
  };
  if (store === 'azure') {
    const account = `${azure?.storageAccount ?? ''}${region && 'dr'}`;
    return {
      destinationPath: `https://${account}.blob.core.windows.net/${bucket}/`,
      azureCredentials: { useDefaultAzureCredentials: true },
      ...compression,
    };
  }
  const destinationPath = `s3://${bucket}${region && `-${region}`}/`;
  if (store === 's3') {
    return {
      destinationPath,
      s3Credentials: { inheritFromIAMRole: true },
      ...compression,
    };
  }
  const keys = `${name}-object-store`;
  return {
    destinationPath,
    endpointURL: endpoint || `http://${keys}.${namespace}.svc:7070`,
    s3Credentials: {
      accessKeyId: { name: keys, key: 'ACCESS_KEY_ID' },
      secretAccessKey: { name: keys, key: 'SECRET_ACCESS_KEY' },
    },
    ...compression,
  };
}

function objectOf(
  { group, version, kind }: WatchedResource,
  { namespace }: PostgresqlChoices,
  object: {
    name: string;
    annotations?: Record<string, string>;
    spec: JsonObject;
  },
): KubernetesObject {
  const { name, annotations, spec } = object;
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: { name, namespace, ...(annotations && { annotations }) },
    spec,
  };
}
