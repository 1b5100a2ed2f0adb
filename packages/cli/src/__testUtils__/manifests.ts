/**
 * PostgreSQL as a repository declares it for CloudNativePG 1.30 with the Barman Cloud plugin 0.14: three instances in different zones, WAL in an
 * object store, a base backup every night.
 */
export const cluster = `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: orders
  namespace: shop
spec:
  instances: 3
  storage:
    size: 20Gi
  affinity:
    podAntiAffinityType: required
    topologyKey: topology.kubernetes.io/zone
  plugins:
    - name: barman-cloud.cloudnative-pg.io
      isWALArchiver: true
      parameters:
        barmanObjectName: backups
`;

export const scheduledBackup = `apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata:
  name: orders-nightly
  namespace: shop
spec:
  schedule: 0 0 2 * * *
  cluster:
    name: orders
  method: plugin
  pluginConfiguration:
    name: barman-cloud.cloudnative-pg.io
`;

export const objectStore = `apiVersion: barmancloud.cnpg.io/v1
kind: ObjectStore
metadata:
  name: backups
  namespace: shop
spec:
  retentionPolicy: 30d
  configuration:
    destinationPath: s3://backups/shop
`;

/** Nothing is kept of it elsewhere. */
export const bareCluster = `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: scratch
  namespace: shop
spec:
  instances: 1
  storage:
    size: 1Gi
`;

/** What nobody may see. */
export const password = 'correct-horse-battery-staple';

export const secret = `apiVersion: v1
kind: Secret
metadata:
  name: backup-credentials
  namespace: shop
stringData:
  ACCESS_SECRET_KEY: ${password}
`;

export function documents(...texts: string[]): string {
  return texts.join('---\n');
}
