import {
  apiVersionOf,
  KubernetesObject,
  ObjectStore,
  resourceTypes,
} from '../kubernetes';
import { timestamp } from '../postgresql/names';
import { nodeObject, SimulatedNode } from '../postgresql/SimulatedNode';

/** Writes what every cluster has before there is a database in it: nodes, storage classes, and namespaces with their owners. */
export function furnishCluster(
  objects: ObjectStore,
  options: {
    nodes: readonly SimulatedNode[];
    /** Entity ref of the owner by namespace. */
    owners: Readonly<Record<string, string>>;
    createdAt: Date;
  },
): void {
  const { nodes, owners, createdAt } = options;
  for (const node of nodes) {
    objects.apply(resourceTypes.nodes, nodeObject(node, createdAt));
  }
  for (const object of storageClasses(createdAt)) {
    objects.apply(resourceTypes.storageClasses, object);
  }
  objects.apply(resourceTypes.volumeSnapshotClasses, snapshotClass(createdAt));
  for (const [name, owner] of Object.entries(owners)) {
    objects.apply(
      resourceTypes.namespaces,
      namespaceObject(name, owner, createdAt),
    );
  }
}

function storageClasses(createdAt: Date): KubernetesObject[] {
  const creationTimestamp = timestamp(createdAt);
  const common = {
    apiVersion: apiVersionOf(resourceTypes.storageClasses),
    kind: 'StorageClass',
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
  };
  return [
    {
      ...common,
      metadata: {
        name: 'ssd',
        creationTimestamp,
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      },
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3' },
      allowVolumeExpansion: true,
    },
    {
      ...common,
      metadata: { name: 'ssd-plain', creationTimestamp },
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3', encrypted: 'false' },
      allowVolumeExpansion: true,
    },
    {
      ...common,
      metadata: { name: 'shared', creationTimestamp },
      provisioner: 'efs.csi.aws.com',
      parameters: { provisioningMode: 'efs-ap' },
    },
    {
      ...common,
      metadata: { name: 'local-path', creationTimestamp },
      provisioner: 'rancher.io/local-path',
    },
  ];
}

function snapshotClass(createdAt: Date): KubernetesObject {
  return {
    apiVersion: apiVersionOf(resourceTypes.volumeSnapshotClasses),
    kind: 'VolumeSnapshotClass',
    metadata: {
      name: 'csi-snapshots',
      creationTimestamp: timestamp(createdAt),
    },
    driver: 'ebs.csi.aws.com',
    deletionPolicy: 'Delete',
  };
}

function namespaceObject(
  name: string,
  owner: string,
  createdAt: Date,
): KubernetesObject {
  return {
    apiVersion: apiVersionOf(resourceTypes.namespaces),
    kind: 'Namespace',
    metadata: {
      name,
      creationTimestamp: timestamp(createdAt),
      annotations: {
        'holdfast.io/owner': owner,
        'holdfast.io/system': `system:default/${name}`,
      },
      labels: { 'kubernetes.io/metadata.name': name },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}
