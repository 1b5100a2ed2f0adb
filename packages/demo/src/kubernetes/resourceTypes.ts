import { ResourceType } from './ResourceType';

function coreType(
  plural: string,
  kind: string,
  options: { namespaced?: boolean; statusSubresource?: boolean } = {},
): ResourceType {
  const { namespaced = true, statusSubresource = true } = options;
  return {
    group: '',
    version: 'v1',
    plural,
    kind,
    namespaced,
    statusSubresource,
  };
}

function customType(
  groupVersion: `${string}/${string}`,
  plural: string,
  kind: string,
  options: { namespaced?: boolean; statusSubresource?: boolean } = {},
): ResourceType {
  const [group, version] = groupVersion.split('/');
  const { namespaced = true, statusSubresource = true } = options;
  return { group, version, plural, kind, namespaced, statusSubresource };
}

/**
 * The resource types that the demo's clusters serve: what Kubernetes 1.36, CloudNativePG 1.30, the Barman Cloud plugin
 * 0.15 and the external snapshotter 8 bring of what Holdfast reads.
 */
export const resourceTypes = {
  namespaces: coreType('namespaces', 'Namespace', { namespaced: false }),
  nodes: coreType('nodes', 'Node', { namespaced: false }),
  pods: coreType('pods', 'Pod'),
  configMaps: coreType('configmaps', 'ConfigMap', { statusSubresource: false }),
  persistentVolumeClaims: coreType(
    'persistentvolumeclaims',
    'PersistentVolumeClaim',
  ),
  persistentVolumes: coreType('persistentvolumes', 'PersistentVolume', {
    namespaced: false,
  }),
  storageClasses: customType(
    'storage.k8s.io/v1',
    'storageclasses',
    'StorageClass',
    { namespaced: false, statusSubresource: false },
  ),
  cronJobs: customType('batch/v1', 'cronjobs', 'CronJob'),
  jobs: customType('batch/v1', 'jobs', 'Job'),
  volumeSnapshots: customType(
    'snapshot.storage.k8s.io/v1',
    'volumesnapshots',
    'VolumeSnapshot',
  ),
  volumeSnapshotContents: customType(
    'snapshot.storage.k8s.io/v1',
    'volumesnapshotcontents',
    'VolumeSnapshotContent',
    { namespaced: false },
  ),
  volumeSnapshotClasses: customType(
    'snapshot.storage.k8s.io/v1',
    'volumesnapshotclasses',
    'VolumeSnapshotClass',
    { namespaced: false, statusSubresource: false },
  ),
  clusters: customType('postgresql.cnpg.io/v1', 'clusters', 'Cluster'),
  backups: customType('postgresql.cnpg.io/v1', 'backups', 'Backup'),
  scheduledBackups: customType(
    'postgresql.cnpg.io/v1',
    'scheduledbackups',
    'ScheduledBackup',
  ),
  poolers: customType('postgresql.cnpg.io/v1', 'poolers', 'Pooler'),
  objectStores: customType(
    'barmancloud.cnpg.io/v1',
    'objectstores',
    'ObjectStore',
  ),
} as const satisfies Record<string, ResourceType>;
