import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { seededUid } from '../kubernetes/seededUid';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedInstance } from './SimulatedInstance';

/** The name of an instance's PersistentVolume, in the form that provisioners choose. */
export function volumeNameOf(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
): string {
  return `pvc-${seededUid(database.uid, instance.name, 'volume')}`;
}

/** The PersistentVolume that an instance's claim is bound to: a disk of its zone, or a directory of its node. */
export function volumeObject(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
  claim: KubernetesObject,
): KubernetesObject {
  const { storageClass } = database;
  const name = volumeNameOf(database, instance);
  return {
    apiVersion: apiVersionOf(resourceTypes.persistentVolumes),
    kind: 'PersistentVolume',
    metadata: {
      name,
      creationTimestamp: timestamp(database.createdAt),
      finalizers: ['kubernetes.io/pv-protection'],
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: `${database.volumeGiB}Gi` },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name: claim.metadata.name,
        namespace: claim.metadata.namespace,
        uid: claim.metadata.uid,
      },
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: storageClass,
      volumeMode: 'Filesystem',
      ...(storageClass === 'local-path'
        ? directoryOf(instance, name)
        : diskIn(instance, name)),
    },
    status: {
      lastPhaseTransitionTime: timestamp(database.createdAt),
      phase: 'Bound',
    },
  };
}

function directoryOf(instance: SimulatedInstance, name: string) {
  return {
    local: { path: `/opt/local-path-provisioner/${name}` },
    nodeAffinity: tiedTo('kubernetes.io/hostname', instance.node.name),
  };
}

function diskIn(instance: SimulatedInstance, name: string) {
  return {
    csi: { driver: 'ebs.csi.aws.com', fsType: 'ext4', volumeHandle: name },
    nodeAffinity: tiedTo('topology.kubernetes.io/zone', instance.node.zone),
  };
}

function tiedTo(key: string, value: string) {
  return {
    required: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key, operator: 'In', values: [value] }] },
      ],
    },
  };
}
