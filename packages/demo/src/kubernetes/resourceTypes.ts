import { ResourceType } from './ResourceType';

function served(
  apiVersion: string,
  plural: string,
  kind: string,
  options: { namespaced?: boolean; statusSubresource?: boolean } = {},
): ResourceType {
  const { namespaced = true, statusSubresource = true } = options;
  const [version, group = ''] = apiVersion.split('/').reverse();
  return { group, version, plural, kind, namespaced, statusSubresource };
}

const clusterScoped = { namespaced: false };
const withoutStatus = { statusSubresource: false };

/**
 * The resource types that the demo's clusters serve: of what Kubernetes 1.36, CloudNativePG 1.30, the Barman Cloud plugin
 * 0.15, the external snapshotter 8, the Prometheus operator and External Secrets bring, the part that Holdfast reads or a
 * generated repository has. Nobody acts on the latter.
 */
export const resourceTypes = {
  namespaces: served('v1', 'namespaces', 'Namespace', clusterScoped),
  nodes: served('v1', 'nodes', 'Node', clusterScoped),
  pods: served('v1', 'pods', 'Pod'),
  configMaps: served('v1', 'configmaps', 'ConfigMap', withoutStatus),
  persistentVolumeClaims: served(
    'v1',
    'persistentvolumeclaims',
    'PersistentVolumeClaim',
  ),
  persistentVolumes: served(
    'v1',
    'persistentvolumes',
    'PersistentVolume',
    clusterScoped,
  ),
  storageClasses: served(
    'storage.k8s.io/v1',
    'storageclasses',
    'StorageClass',
    {
      ...clusterScoped,
      ...withoutStatus,
    },
  ),
  volumeAttributesClasses: served(
    'storage.k8s.io/v1',
    'volumeattributesclasses',
    'VolumeAttributesClass',
    {
      ...clusterScoped,
      ...withoutStatus,
    },
  ),
  services: served('v1', 'services', 'Service'),
  serviceAccounts: served(
    'v1',
    'serviceaccounts',
    'ServiceAccount',
    withoutStatus,
  ),
  statefulSets: served('apps/v1', 'statefulsets', 'StatefulSet'),
  podDisruptionBudgets: served(
    'policy/v1',
    'poddisruptionbudgets',
    'PodDisruptionBudget',
  ),
  networkPolicies: served(
    'networking.k8s.io/v1',
    'networkpolicies',
    'NetworkPolicy',
    withoutStatus,
  ),
  podMonitors: served('monitoring.coreos.com/v1', 'podmonitors', 'PodMonitor'),
  prometheusRules: served(
    'monitoring.coreos.com/v1',
    'prometheusrules',
    'PrometheusRule',
  ),
  externalSecrets: served(
    'external-secrets.io/v1',
    'externalsecrets',
    'ExternalSecret',
  ),
  cronJobs: served('batch/v1', 'cronjobs', 'CronJob'),
  jobs: served('batch/v1', 'jobs', 'Job'),
  volumeSnapshots: served(
    'snapshot.storage.k8s.io/v1',
    'volumesnapshots',
    'VolumeSnapshot',
  ),
  volumeSnapshotContents: served(
    'snapshot.storage.k8s.io/v1',
    'volumesnapshotcontents',
    'VolumeSnapshotContent',
    clusterScoped,
  ),
  volumeSnapshotClasses: served(
    'snapshot.storage.k8s.io/v1',
    'volumesnapshotclasses',
    'VolumeSnapshotClass',
    { ...clusterScoped, ...withoutStatus },
  ),
  clusters: served('postgresql.cnpg.io/v1', 'clusters', 'Cluster'),
  backups: served('postgresql.cnpg.io/v1', 'backups', 'Backup'),
  scheduledBackups: served(
    'postgresql.cnpg.io/v1',
    'scheduledbackups',
    'ScheduledBackup',
  ),
  poolers: served('postgresql.cnpg.io/v1', 'poolers', 'Pooler'),
  databases: served('postgresql.cnpg.io/v1', 'databases', 'Database'),
  databaseRoles: served(
    'postgresql.cnpg.io/v1',
    'databaseroles',
    'DatabaseRole',
  ),
  objectStores: served('barmancloud.cnpg.io/v1', 'objectstores', 'ObjectStore'),
} as const satisfies Record<string, ResourceType>;
