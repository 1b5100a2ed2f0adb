import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { seededUid } from '../kubernetes/seededUid';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';
import { SimulatedInstance } from './SimulatedInstance';
import { SimulatedNode } from './SimulatedNode';

/** The name of a claim's PersistentVolume, in the form that provisioners choose. */
export function volumeNameOf(
  database: SimulatedDatabase,
  claim: string,
): string {
  return `pvc-${seededUid(database.uid, claim, 'volume')}`;
}

/** A size as Kubernetes writes it: in whole GiB where it is one, else in MiB. */
export function formatGiB(size: number): string {
  return Number.isInteger(size) ? `${size}Gi` : `${Math.round(size * 1024)}Mi`;
}

/** The PersistentVolume that a claim of an instance is bound to: a disk of its zone, or a directory of its node. */
export function volumeObject(
  database: SimulatedDatabase,
  instance: SimulatedInstance,
  options: { claim: KubernetesObject; sizeGiB: number },
): KubernetesObject {
  const { claim, sizeGiB } = options;
  const { storageClass } = database;
  const name = volumeNameOf(database, claim.metadata.name);
  return {
    apiVersion: apiVersionOf(resourceTypes.persistentVolumes),
    kind: 'PersistentVolume',
    metadata: {
      name,
      creationTimestamp: timestamp(instance.createdAt),
      finalizers: ['kubernetes.io/pv-protection'],
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: formatGiB(sizeGiB) },
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
      ...sourceOf(storageClass, name, instance.node),
    },
    status: {
      lastPhaseTransitionTime: timestamp(instance.createdAt),
      phase: 'Bound',
    },
  };
}

/** Where the bytes of a volume lie: a directory of its node, or a disk in the zone of it. */
export function sourceOf(
  storageClass: string,
  handle: string,
  node: SimulatedNode,
) {
  return storageClass === 'local-path'
    ? {
        local: { path: `/opt/local-path-provisioner/${handle}` },
        nodeAffinity: tiedTo('kubernetes.io/hostname', node.name),
      }
    : {
        csi: {
          driver: 'ebs.csi.aws.com',
          fsType: 'ext4',
          volumeHandle: handle,
        },
        nodeAffinity: tiedTo('topology.kubernetes.io/zone', node.zone),
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
