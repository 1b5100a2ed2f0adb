import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../../../engine';

/*
 * Manifests as the documentation of Kubernetes has them (named with each), and what its controllers write about them. The times are those of one
 * night: dumps at two o'clock of 20 November 2026, judged at noon.
 */

export const now = new Date('2026-11-20T12:00:00Z');
export const namespace = 'shop';

let count = 0;
function uid(): string {
  count += 1;
  return `7c0ffee0-0000-4f62-9d0c-${String(count).padStart(12, '0')}`;
}

/** `application/mysql/mysql-deployment.yaml` of "Run a Single-Instance Stateful Application", running. */
export function mysql(
  options: { spec?: JsonObject; pod?: JsonObject; container?: JsonObject } = {},
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'mysql',
      namespace,
      uid: '7c0ffee0-1111-4f62-9d0c-000000000001',
      creationTimestamp: '2026-10-01T08:00:00Z',
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'mysql' } },
      strategy: { type: 'Recreate' },
      template: {
        metadata: { labels: { app: 'mysql' } },
        spec: {
          containers: [
            {
              name: 'mysql',
              image: 'mysql:9',
              env: [{ name: 'MYSQL_ROOT_PASSWORD', value: 'very-secret' }],
              ports: [{ containerPort: 3306, name: 'mysql' }],
              volumeMounts: [
                {
                  name: 'mysql-persistent-storage',
                  mountPath: '/var/lib/mysql',
                },
              ],
              ...options.container,
            },
          ],
          volumes: [
            {
              name: 'mysql-persistent-storage',
              persistentVolumeClaim: { claimName: 'mysql-pv-claim' },
            },
          ],
          ...options.pod,
        },
      },
      ...options.spec,
    },
    status: {
      observedGeneration: 1,
      replicas: 1,
      readyReplicas: 1,
      updatedReplicas: 1,
      availableReplicas: 1,
    },
  };
}

/** `application/mysql/mysql-deployment.yaml`: headless, so that the name leads to the pod itself. */
export function service(
  name = 'mysql',
  selector: JsonObject = { app: 'mysql' },
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, uid: uid() },
    spec: { ports: [{ port: 3306 }], selector, clusterIP: 'None' },
  };
}

/** `application/mysql/mysql-pv.yaml`, bound. */
export function claim(name = 'mysql-pv-claim'): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace, uid: uid() },
    spec: {
      storageClassName: 'manual',
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '20Gi' } },
    },
    status: { phase: 'Bound', capacity: { storage: '20Gi' } },
  };
}

/** The pod of the Deployment. */
export const pod: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'mysql-6c9d8b7f5-x2x4k',
    namespace,
    uid: '7c0ffee0-1111-4f62-9d0c-000000000002',
    labels: { app: 'mysql', 'pod-template-hash': '6c9d8b7f5' },
    ownerReferences: [
      {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        name: 'mysql-6c9d8b7f5',
        uid: '7c0ffee0-1111-4f62-9d0c-000000000003',
        controller: true,
      },
    ],
  },
  spec: {
    nodeName: 'node1',
    containers: [{ name: 'mysql', image: 'mysql:9' }],
  },
  status: {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True' }],
  },
};

/** A StatefulSet in the manner of `application/web/web.yaml` ("StatefulSet Basics"), with PostgreSQL in it. */
export function postgres(
  options: { spec?: JsonObject; container?: JsonObject } = {},
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name: 'postgres',
      namespace,
      uid: '7c0ffee0-1111-4f62-9d0c-000000000004',
      creationTimestamp: '2026-10-01T08:00:00Z',
    },
    spec: {
      replicas: 1,
      serviceName: 'postgres',
      selector: { matchLabels: { app: 'postgres' } },
      template: {
        metadata: { labels: { app: 'postgres' } },
        spec: {
          containers: [
            {
              name: 'postgres',
              image: 'postgres:17.5',
              env: [
                { name: 'POSTGRES_PASSWORD', value: 'very-secret' },
                { name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' },
              ],
              volumeMounts: [
                { name: 'data', mountPath: '/var/lib/postgresql/data' },
              ],
              ...options.container,
            },
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            resources: { requests: { storage: '10Gi' } },
          },
        },
      ],
      ...options.spec,
    },
    status: {
      replicas: 1,
      readyReplicas: 1,
      updatedReplicas: 1,
      currentReplicas: 1,
    },
  };
}

/** What somebody writes round `mysqldump`: `application/job/cronjob.yaml` with a dump in it. */
export function cronJob(
  options: {
    name?: string;
    script?: string;
    container?: JsonObject;
    volumes?: JsonObject[];
    spec?: JsonObject;
    status?: JsonObject;
  } = {},
): KubernetesObject {
  const { name = 'mysql-dump', spec, status } = options;
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: {
      name,
      namespace,
      uid: uid(),
      creationTimestamp: '2026-10-01T09:00:00Z',
    },
    spec: {
      schedule: '0 2 * * *',
      suspend: false,
      concurrencyPolicy: 'Allow',
      successfulJobsHistoryLimit: 3,
      jobTemplate: { spec: { template: { spec: podOf(options) } } },
      ...spec,
    },
    status: {
      lastScheduleTime: '2026-11-20T02:00:00Z',
      lastSuccessfulTime: '2026-11-20T02:01:10Z',
      ...status,
    },
  };
}

export const dumpToBucket =
  'set -euo pipefail; mysqldump -h mysql --all-databases --single-transaction | gzip | aws s3 cp - s3://backups/mysql/$(date +%F).sql.gz';

function podOf(options: {
  script?: string;
  container?: JsonObject;
  volumes?: JsonObject[];
}): JsonObject {
  const { script = dumpToBucket, container, volumes = [] } = options;
  return {
    restartPolicy: 'Never',
    containers: [
      {
        name: 'dump',
        image: 'registry.example.com/tools/mysql-client:9',
        command: ['/bin/bash', '-c'],
        args: [script],
        ...container,
      },
    ],
    volumes,
  };
}

/** A job of the CronJob, as its controller names it after the minute that it was scheduled for. */
export function job(
  options: {
    of?: string;
    script?: string;
    container?: JsonObject;
    volumes?: JsonObject[];
    startTime?: string;
    completionTime?: string;
    failed?: string;
  } = {},
): KubernetesObject {
  const { of: owner = 'mysql-dump', failed } = options;
  const { startTime = '2026-11-20T02:00:00Z' } = options;
  const { completionTime = '2026-11-20T02:01:10Z' } = options;
  const minutes = Date.parse(startTime) / 60_000;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${owner}-${minutes}`,
      namespace,
      uid: uid(),
      creationTimestamp: startTime,
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'CronJob',
          name: owner,
          uid: '7c0ffee0-1111-4f62-9d0c-000000000005',
          controller: true,
        },
      ],
    },
    spec: { template: { spec: podOf(options) } },
    status: {
      startTime,
      ...(failed === undefined && { completionTime, succeeded: 1 }),
      conditions: [
        {
          type: failed === undefined ? 'Complete' : 'Failed',
          status: 'True',
          lastTransitionTime: completionTime,
          ...(failed !== undefined && {
            reason: 'BackoffLimitExceeded',
            message: failed,
          }),
        },
      ],
    },
  };
}
