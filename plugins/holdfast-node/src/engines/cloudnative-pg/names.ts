/** Name of the Barman Cloud plugin in `.spec.plugins[].name` (plugin-barman-cloud, `internal/cnpgi/metadata/constants.go`). */
export const barmanCloudPlugin = 'barman-cloud.cloudnative-pg.io';

/** Labels and annotations of the operator (`pkg/utils/labels_annotations.go`). */
export const clusterLabel = 'cnpg.io/cluster';
export const podRoleLabel = 'cnpg.io/podRole';
export const pvcRoleLabel = 'cnpg.io/pvcRole';
export const instanceNameLabel = 'cnpg.io/instanceName';
export const backupNameLabel = 'cnpg.io/backupName';
export const majorVersionLabel = 'cnpg.io/majorVersion';
export const onlineBackupAnnotation = 'cnpg.io/onlineBackup';
export const fencedInstancesAnnotation = 'cnpg.io/fencedInstances';
export const hibernationAnnotation = 'cnpg.io/hibernation';
export const skipWalArchivingAnnotation = 'cnpg.io/skipWalArchiving';
export const reconciliationLoopAnnotation = 'cnpg.io/reconciliationLoop';

export const hibernationCondition = 'cnpg.io/hibernation';
