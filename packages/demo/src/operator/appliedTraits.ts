import { parseBytes } from '@holdfast/plugin-holdfast-common';
import { KubernetesObject } from '../kubernetes';
import {
  ClusterName,
  DatabaseTraits,
  ScheduleTraits,
} from '../postgresql/DatabaseTraits';
import { BARMAN_PLUGIN } from '../postgresql/names';
import { fieldAt, listAt, numberAt, recordAt, textAt } from './fields';

const GIB = 2 ** 30;

/** Share of the volume that a new database fills. */
const NEW_DATABASE_SHARE = 0.03;

/** The name of the ObjectStore that a Cluster archives to; `undefined` where it does not use the plugin. */
export function objectStoreNameOf(
  cluster: KubernetesObject,
): string | undefined {
  return textAt(archiverOf(cluster), 'parameters', 'barmanObjectName');
}

/**
 * What an applied Cluster asks for, with the objects that it refers to.
 *
 * @param related - `objectStore`: the one that it archives to, where it is there · `poolers`: those before it · `canRestoreFrom`: whether there is
 *   a backup of a server in its store
 */
export function appliedTraits(
  cluster: KubernetesObject,
  related: {
    clusterName: ClusterName;
    objectStore?: KubernetesObject;
    poolers: readonly KubernetesObject[];
    canRestoreFrom: (server: string) => boolean;
  },
): DatabaseTraits {
  const { clusterName, objectStore, poolers, canRestoreFrom } = related;
  const { spec, metadata } = cluster;
  const { name, namespace = '', annotations = {}, labels } = metadata;
  const image = textAt(spec, 'imageName');
  const archiver = archiverOf(cluster);
  const walSize = textAt(spec, 'walStorage', 'size');
  const synchronous = fieldAt(spec, 'postgresql', 'synchronous');
  const source = textAt(spec, 'bootstrap', 'recovery', 'source');
  const origin = source && serverNameOf(spec, source);
  const isReplica = followsAnother(cluster);
  const type = textAt(poolers[0]?.spec, 'type');
  return {
    cluster: clusterName,
    namespace,
    name,
    annotations,
    labels,
    instances: numberAt(spec, 'instances') ?? 1,
    image,
    postgresql: image?.match(/:(\d+(\.\d+)?)/)?.[1],
    resources: recordAt(spec, 'resources'),
    volumeGiB: gibibytes(sizeOf(spec, 'storage')),
    walVolumeGiB: walSize === undefined ? undefined : gibibytes(walSize),
    used: NEW_DATABASE_SHARE,
    storageClass: textAt(spec, 'storage', 'storageClass'),
    archiver: archiverKind(cluster),
    objectStore: objectStoreNameOf(cluster),
    storeMissing: archiver !== undefined && objectStore === undefined,
    serverName: textAt(archiver, 'parameters', 'serverName'),
    destinationPath:
      textAt(objectStore?.spec, 'configuration', 'destinationPath') ??
      textAt(spec, 'backup', 'barmanObjectStore', 'destinationPath'),
    retention: retentionDays(
      textAt(objectStore?.spec, 'retentionPolicy') ??
        textAt(spec, 'backup', 'retentionPolicy'),
    ),
    snapshots: fieldAt(spec, 'backup', 'volumeSnapshot') !== undefined,
    ...(synchronous !== undefined && {
      synchronous: {
        number: numberAt(synchronous, 'number') ?? 1,
        durability:
          textAt(synchronous, 'dataDurability') === 'preferred'
            ? 'preferred'
            : 'required',
      },
    }),
    ...(isReplica && { replicaOf: textAt(spec, 'replica', 'source') }),
    ...(origin &&
      !isReplica && {
        restoredFrom: { server: origin, hoursAgo: 0 },
        restoreFailed: !canRestoreFrom(origin),
      }),
    hibernated: annotations['cnpg.io/hibernation'] === 'on',
    fenced: annotations['cnpg.io/fencedInstances'] === '["*"]',
    ...((type === 'rw' || type === 'ro') && { pooler: type }),
    backups: 'none',
    schedule: 'none',
  };
}

/** The standing order that an applied ScheduledBackup is. */
export function appliedSchedule(object: KubernetesObject): ScheduleTraits {
  const { spec, metadata } = object;
  const expression = textAt(spec, 'schedule') ?? '';
  const method = textAt(spec, 'method');
  const owner = textAt(spec, 'backupOwnerReference');
  return {
    name: metadata.name,
    expression,
    runsAs: runsAs(expression),
    ...(fieldAt(spec, 'suspend') === true && { suspendedDaysAgo: 0 }),
    immediate: fieldAt(spec, 'immediate') === true,
    method:
      method === 'plugin' || method === 'volumeSnapshot'
        ? method
        : 'barmanObjectStore',
    backupOwner: owner === 'self' || owner === 'cluster' ? owner : 'none',
  };
}

/** The operator reads five fields with the seconds first, and leaves the day of the week open (robfig/cron 1). */
export function runsAs(expression: string): string {
  const fields = expression.trim().split(/\s+/);
  return fields.length === 5 ? [...fields, '*'].join(' ') : expression;
}

/** The size of a volume, in either of the places where it may stand. */
export function sizeOf(
  spec: unknown,
  volume: 'storage' | 'walStorage',
): string | undefined {
  return (
    textAt(spec, volume, 'size') ??
    textAt(spec, volume, 'pvcTemplate', 'resources', 'requests', 'storage')
  );
}

/** Whether it is a replica cluster: by itself, or as one of a topology whose primary is another. */
function followsAnother({ spec, metadata }: KubernetesObject): boolean {
  const replica = fieldAt(spec, 'replica');
  const primary = textAt(replica, 'primary');
  const self = textAt(replica, 'self') ?? metadata.name;
  return (
    fieldAt(replica, 'enabled') === true ||
    (primary !== undefined && primary !== self)
  );
}

function archiverOf({ spec }: KubernetesObject): unknown {
  return listAt(spec, 'plugins').find(
    plugin =>
      textAt(plugin, 'name') === BARMAN_PLUGIN &&
      fieldAt(plugin, 'isWALArchiver') === true &&
      fieldAt(plugin, 'enabled') !== false,
  );
}

function archiverKind(
  cluster: KubernetesObject,
): NonNullable<DatabaseTraits['archiver']> {
  const { annotations = {} } = cluster.metadata;
  if (archiverOf(cluster) !== undefined) {
    return annotations['cnpg.io/skipWalArchiving'] === 'enabled'
      ? 'skipped'
      : 'plugin';
  }
  return fieldAt(cluster.spec, 'backup', 'barmanObjectStore') === undefined
    ? 'none'
    : 'in-tree';
}

/** The server name in the store of an external cluster. */
function serverNameOf(spec: unknown, externalCluster: string): string {
  const found = listAt(spec, 'externalClusters').find(
    candidate => textAt(candidate, 'name') === externalCluster,
  );
  return (
    textAt(found, 'plugin', 'parameters', 'serverName') ??
    textAt(found, 'barmanObjectStore', 'serverName') ??
    externalCluster
  );
}

function gibibytes(size: string | undefined): number {
  return parseBytes(size ?? '0') / GIB;
}

/** Barman counts a month as 31 days (`RecoveryWindowRetentionPolicy` in its `retention_policies.py`). */
function retentionDays(policy: string | undefined): `${number}d` | undefined {
  const [, number, unit] = policy?.match(/^(\d+)([dwm])$/) ?? [];
  if (!number) return undefined;
  return `${Number(number) * ({ w: 7, m: 31 }[unit] ?? 1)}d`;
}
