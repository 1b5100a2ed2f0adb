import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { timestamp } from './names';
import { SimulatedDatabase, SimulatedInstance } from './SimulatedDatabase';

/** The claim and the volume of an instance, and its pod where it runs. */
export function instanceObjects(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
): {
  claim: KubernetesObject;
  volume: KubernetesObject;
  pod: KubernetesObject;
} {
  return {
    claim: claimObject(database, instance),
    volume: volumeObject(database, instance),
    pod: podObject(database, instance),
  };
}

function labels(database: SimulatedDatabase, instance: SimulatedInstance) {
  const role = instance.name === database.primary ? 'primary' : 'replica';
  return {
    'app.kubernetes.io/component': 'database',
    'app.kubernetes.io/managed-by': 'cloudnative-pg',
    'app.kubernetes.io/name': 'postgresql',
    'cnpg.io/cluster': database.name,
    'cnpg.io/instanceName': instance.name,
    'cnpg.io/instanceRole': role,
    role,
  };
}

function claimObject(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
): KubernetesObject {
  const storage = `${database.volumeGiB}Gi`;
  return {
    apiVersion: apiVersionOf(resourceTypes.persistentVolumeClaims),
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: instance.name,
      namespace: database.namespace,
      creationTimestamp: timestamp(database.createdAt),
      annotations: { 'cnpg.io/pvcStatus': 'ready' },
      labels: { ...labels(database, instance), 'cnpg.io/pvcRole': 'PG_DATA' },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
      storageClassName: database.storageClass,
      volumeMode: 'Filesystem',
      volumeName: volumeName(database, instance),
    },
    status: {
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      capacity: { storage },
    },
  };
}

function volumeName(database: SimulatedDatabase, instance: SimulatedInstance) {
  return `pv-${database.namespace}-${instance.name}`;
}

function volumeObject(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
): KubernetesObject {
  const local = database.storageClass === 'local-path';
  return {
    apiVersion: apiVersionOf(resourceTypes.persistentVolumes),
    kind: 'PersistentVolume',
    metadata: {
      name: volumeName(database, instance),
      creationTimestamp: timestamp(database.createdAt),
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: `${database.volumeGiB}Gi` },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name: instance.name,
        namespace: database.namespace,
      },
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: database.storageClass,
      volumeMode: 'Filesystem',
      ...(local
        ? {
            local: { path: `/var/lib/volumes/${instance.name}` },
            nodeAffinity: {
              required: {
                nodeSelectorTerms: [
                  {
                    matchExpressions: [
                      {
                        key: 'kubernetes.io/hostname',
                        operator: 'In',
                        values: [instance.node.name],
                      },
                    ],
                  },
                ],
              },
            },
          }
        : {
            csi: {
              driver: 'ebs.csi.aws.com',
              volumeHandle: `vol-${database.namespace}-${instance.name}`,
            },
          }),
    },
    status: { phase: 'Bound' },
  };
}

function podObject(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
): KubernetesObject {
  const ready = database.fenced ? 'False' : 'True';
  return {
    apiVersion: apiVersionOf(resourceTypes.pods),
    kind: 'Pod',
    metadata: {
      name: instance.name,
      namespace: database.namespace,
      creationTimestamp: timestamp(database.primarySince),
      labels: { ...labels(database, instance), 'cnpg.io/podRole': 'instance' },
    },
    spec: {
      nodeName: instance.node.name,
      containers: [{ name: 'postgres', image: database.image }],
      volumes: [
        {
          name: 'pgdata',
          persistentVolumeClaim: { claimName: instance.name },
        },
      ],
    },
    status: {
      phase: 'Running',
      conditions: [
        {
          type: 'Ready',
          status: ready,
          lastTransitionTime: timestamp(database.primarySince),
        },
      ],
    },
  };
}
