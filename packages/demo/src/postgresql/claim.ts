import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { instanceAnnotations, instanceLabels } from './instanceLabels';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedInstance } from './SimulatedInstance';
import { formatGiB, volumeNameOf } from './volume';

/** One volume that an instance asks for. */
export interface InstanceClaim {
  name: string;
  role: 'PG_DATA' | 'PG_WAL';
  sizeGiB: number;
}

/** The claims of an instance: one for data, with the instance's name, and one for WAL where it has its own volume. */
export function claimsOf(
  { volumeGiB, traits }: SimulatedDatabase,
  { name }: SimulatedInstance,
): InstanceClaim[] {
  const data = { name, role: 'PG_DATA', sizeGiB: volumeGiB } as const;
  const { walVolumeGiB } = traits;
  if (walVolumeGiB === undefined) return [data];
  return [data, { name: `${name}-wal`, role: 'PG_WAL', sizeGiB: walVolumeGiB }];
}

/** A PersistentVolumeClaim of an instance. */
export function claimObject(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
  claim: InstanceClaim,
): KubernetesObject {
  const storage = formatGiB(claim.sizeGiB);
  const isReady = !database.initializingInstances.includes(instance);
  const {
    'cnpg.io/instanceRole': instanceRole,
    role,
    ...labels
  } = instanceLabels(database, instance);
  return {
    apiVersion: apiVersionOf(resourceTypes.persistentVolumeClaims),
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: claim.name,
      namespace: database.namespace,
      creationTimestamp: timestamp(instance.createdAt),
      annotations: {
        ...instanceAnnotations(instance),
        'cnpg.io/pvcStatus': isReady ? 'ready' : 'initializing',
        ...(database.hasVolumes && {
          'pv.kubernetes.io/bind-completed': 'yes',
          'pv.kubernetes.io/bound-by-controller': 'yes',
        }),
      },
      finalizers: ['kubernetes.io/pvc-protection'],
      labels: {
        ...labels,
        // The role comes with the first report of the instance (recording `restoring`).
        ...(isReady && { 'cnpg.io/instanceRole': instanceRole, role }),
        'cnpg.io/pvcRole': claim.role,
      },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
      storageClassName: database.storageClass,
      volumeMode: 'Filesystem',
      ...(database.hasVolumes && {
        volumeName: volumeNameOf(database, claim.name),
      }),
    },
    status: database.hasVolumes
      ? {
          accessModes: ['ReadWriteOnce'],
          capacity: { storage },
          phase: 'Bound',
        }
      : { phase: 'Pending' },
  };
}
