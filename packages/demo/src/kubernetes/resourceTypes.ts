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

const ofPercona = (group: string, plural: string, kind: string) =>
  served(`${group}.percona.com/v1`, plural, kind);
/** Neither the RedisFailover nor anything of Velero has a status subresource in its CRD. */
const ofVelero = (plural: string, kind: string, version = 'v1') =>
  served(`velero.io/${version}`, plural, kind, withoutStatus);
const ofOpstree = (plural: string, kind: string) =>
  served('redis.redis.opstreelabs.in/v1beta2', plural, kind);
const ofMariaDb = (plural: string, kind: string) =>
  served('k8s.mariadb.com/v1alpha1', plural, kind);

/**
 * The resource types that the demo's clusters serve: of what Kubernetes 1.36, CloudNativePG 1.30, the Barman Cloud plugin
 * 0.15, OT-CONTAINER-KIT's redis-operator 0.26, the RedisFailover operator 3.3, mariadb-operator 26.6, Percona's operators for
 * MySQL 1.2 and XtraDB 1.19, Velero 1.18, the external snapshotter 8, the Prometheus operator and External Secrets bring, the
 * part that Holdfast reads or a generated repository has. Nobody acts on the latter.
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
  deployments: served('apps/v1', 'deployments', 'Deployment'),
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
  publications: served('postgresql.cnpg.io/v1', 'publications', 'Publication'),
  subscriptions: served(
    'postgresql.cnpg.io/v1',
    'subscriptions',
    'Subscription',
  ),
  databaseRoles: served(
    'postgresql.cnpg.io/v1',
    'databaseroles',
    'DatabaseRole',
  ),
  objectStores: served('barmancloud.cnpg.io/v1', 'objectstores', 'ObjectStore'),
  redis: ofOpstree('redis', 'Redis'),
  redisReplications: ofOpstree('redisreplications', 'RedisReplication'),
  redisSentinels: ofOpstree('redissentinels', 'RedisSentinel'),
  redisClusters: ofOpstree('redisclusters', 'RedisCluster'),
  redisFailovers: served(
    'databases.spotahome.com/v1',
    'redisfailovers',
    'RedisFailover',
    withoutStatus,
  ),
  mariaDbs: ofMariaDb('mariadbs', 'MariaDB'),
  mariaDbBackups: ofMariaDb('backups', 'Backup'),
  mariaDbPhysicalBackups: ofMariaDb('physicalbackups', 'PhysicalBackup'),
  mariaDbPointInTimeRecoveries: ofMariaDb(
    'pointintimerecoveries',
    'PointInTimeRecovery',
  ),
  mariaDbRestores: ofMariaDb('restores', 'Restore'),
  perconaServers: ofPercona('ps', 'perconaservermysqls', 'PerconaServerMySQL'),
  perconaServerBackups: ofPercona(
    'ps',
    'perconaservermysqlbackups',
    'PerconaServerMySQLBackup',
  ),
  perconaServerRestores: ofPercona(
    'ps',
    'perconaservermysqlrestores',
    'PerconaServerMySQLRestore',
  ),
  xtraDbClusters: ofPercona(
    'pxc',
    'perconaxtradbclusters',
    'PerconaXtraDBCluster',
  ),
  xtraDbBackups: ofPercona(
    'pxc',
    'perconaxtradbclusterbackups',
    'PerconaXtraDBClusterBackup',
  ),
  xtraDbRestores: ofPercona(
    'pxc',
    'perconaxtradbclusterrestores',
    'PerconaXtraDBClusterRestore',
  ),
  veleroBackups: ofVelero('backups', 'Backup'),
  veleroSchedules: ofVelero('schedules', 'Schedule'),
  veleroRestores: ofVelero('restores', 'Restore'),
  backupStorageLocations: ofVelero(
    'backupstoragelocations',
    'BackupStorageLocation',
  ),
  backupRepositories: ofVelero('backuprepositories', 'BackupRepository'),
  podVolumeBackups: ofVelero('podvolumebackups', 'PodVolumeBackup'),
  podVolumeRestores: ofVelero('podvolumerestores', 'PodVolumeRestore'),
  dataUploads: ofVelero('datauploads', 'DataUpload', 'v2alpha1'),
  dataDownloads: ofVelero('datadownloads', 'DataDownload', 'v2alpha1'),
} as const satisfies Record<string, ResourceType>;
