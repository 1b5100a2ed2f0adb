import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { instanceAnnotations, instanceLabels } from './instanceLabels';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedInstance } from './SimulatedInstance';
import { volumeNameOf } from './volume';

/** The PersistentVolumeClaim of an instance; both have one name. */
export function claimObject(
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
      annotations: {
        ...instanceAnnotations(instance),
        'cnpg.io/pvcStatus': 'ready',
        'pv.kubernetes.io/bind-completed': 'yes',
        'pv.kubernetes.io/bound-by-controller': 'yes',
      },
      finalizers: ['kubernetes.io/pvc-protection'],
      labels: {
        ...instanceLabels(database, instance),
        'cnpg.io/pvcRole': 'PG_DATA',
      },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
      storageClassName: database.storageClass,
      volumeMode: 'Filesystem',
      volumeName: volumeNameOf(database, instance),
    },
    status: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage },
      phase: 'Bound',
    },
  };
}
