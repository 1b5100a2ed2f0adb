import { JsonObject } from '@backstage/types';
import { ANNOTATION_PREFIX } from '@holdfast/plugin-holdfast-common';
import {
  entriesOf,
  fields,
  isJsonObject,
  listOf,
  scalar,
  Shape,
  stringAt,
} from '../../engine';
import {
  defaultClass,
  regionLabel,
  veleroBackupLabel,
  zoneLabel,
} from './names';

const capacity = fields({ storage: scalar });
const present = fields({});

const conditions = listOf(
  fields({
    type: scalar,
    status: scalar,
    reason: scalar,
    message: scalar,
    lastTransitionTime: scalar,
  }),
);

const ownership = entriesOf(
  scalar,
  name =>
    name.startsWith(ANNOTATION_PREFIX) || name.startsWith('backstage.io/'),
);

export const namespaceShape = fields({
  metadata: fields({ labels: ownership, annotations: ownership }),
});

export const persistentVolumeClaimShape = fields({
  spec: fields({
    accessModes: listOf(scalar),
    dataSource: fields({ kind: scalar, name: scalar }),
    resources: fields({ requests: capacity }),
    storageClassName: scalar,
    volumeAttributesClassName: scalar,
    volumeMode: scalar,
    volumeName: scalar,
  }),
  status: fields({
    allocatedResourceStatuses: capacity,
    capacity,
    conditions,
    modifyVolumeStatus: fields({
      status: scalar,
      targetVolumeAttributesClassName: scalar,
    }),
    phase: scalar,
  }),
});

/** Where the bytes of a PersistentVolume may lie (core/v1 PersistentVolumeSource). */
const remoteSources = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'gcePersistentDisk',
  'iscsi',
  'nfs',
  'portworxVolume',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
] as const;

export const persistentVolumeShape = fields({
  spec: fields({
    capacity,
    persistentVolumeReclaimPolicy: scalar,
    storageClassName: scalar,
    claimRef: fields({ namespace: scalar, name: scalar }),
    local: fields({ path: scalar }),
    hostPath: fields({ path: scalar }),
    csi: fields({ driver: scalar }),
    ...Object.fromEntries(remoteSources.map(name => [name, present])),
    nodeAffinity: fields({
      required: fields({
        nodeSelectorTerms: listOf(
          fields({ matchExpressions: listOf(fields({ key: scalar })) }),
        ),
      }),
    }),
  }),
  status: fields({ phase: scalar, reason: scalar, message: scalar }),
});

/** What a driver's parameters say beside it: who may attach a volume, and where the key to it is kept. */
const tellsOfTheVolume = (name: string) =>
  !/^csi\.storage\.k8s\.io\/|secret|password|token|key|user|diskEncryptionSetID/i.test(
    name,
  );

/** Names of parameters with which a class names the key that its volumes are encrypted by. */
const namesKey = /^(kmsKeyId|disk-encryption-kms-key|diskEncryptionSetID)$/i;

const storageClass = fields({
  metadata: fields({
    annotations: entriesOf(scalar, name => name === defaultClass),
  }),
  provisioner: scalar,
  parameters: entriesOf(scalar, tellsOfTheVolume),
  reclaimPolicy: scalar,
  allowVolumeExpansion: scalar,
  volumeBindingMode: scalar,
});

/** Which key it is stays out: that there is one is enough. */
export const storageClassShape: Shape<JsonObject> = value => {
  const kept = storageClass(value);
  const parameters = isJsonObject(value) ? value.parameters : undefined;
  if (!kept || !isJsonObject(parameters)) return kept;
  const keys = Object.keys(parameters).filter(
    name => namesKey.test(name) && stringAt(parameters, name) !== undefined,
  );
  return keys.length > 0 ? { ...kept, keyParameters: keys.sort() } : kept;
};

export const volumeAttributesClassShape = fields({
  driverName: scalar,
  parameters: entriesOf(scalar, tellsOfTheVolume),
});

const snapshotLabels = entriesOf(scalar, name => name === veleroBackupLabel);

export const volumeSnapshotShape = fields({
  metadata: fields({ labels: snapshotLabels }),
  spec: fields({
    source: fields({ persistentVolumeClaimName: scalar }),
    volumeSnapshotClassName: scalar,
  }),
  status: fields({
    boundVolumeSnapshotContentName: scalar,
    readyToUse: scalar,
    creationTime: scalar,
    restoreSize: scalar,
    volumeGroupSnapshotName: scalar,
    error: fields({ message: scalar, time: scalar }),
  }),
});

export const volumeSnapshotContentShape = fields({
  metadata: fields({ labels: snapshotLabels }),
  spec: fields({
    deletionPolicy: scalar,
    driver: scalar,
    volumeSnapshotClassName: scalar,
    volumeSnapshotRef: fields({ namespace: scalar, name: scalar }),
  }),
  status: fields({
    readyToUse: scalar,
    creationTime: scalar,
    restoreSize: scalar,
    error: fields({ message: scalar }),
  }),
});

export const volumeSnapshotClassShape = fields({
  driver: scalar,
  deletionPolicy: scalar,
});

const readiness = fields({ type: scalar, status: scalar });
const obstacle = fields({
  type: scalar,
  status: scalar,
  reason: scalar,
  message: value => (/volume/i.test(String(value)) ? scalar(value) : undefined),
  lastTransitionTime: scalar,
});

/**
 * Of a pod's conditions: whether it is ready, and, only as long as it does not come up, why. The rest comes and goes without meaning; so do
 * the scheduler's words about anything but volumes.
 */
const podConditions: Shape = value =>
  Array.isArray(value)
    ? listOf(condition =>
        isReadiness(condition) ? readiness(condition) : obstacle(condition),
      )(
        value.filter(
          condition => isReadiness(condition) || isObstacle(condition),
        ),
      )
    : undefined;

function isReadiness(condition: unknown): boolean {
  return isJsonObject(condition) && condition.type === 'Ready';
}

function isObstacle(condition: unknown): boolean {
  return (
    isJsonObject(condition) &&
    condition.status === 'False' &&
    (condition.type === 'PodScheduled' ||
      condition.type === 'PodReadyToStartContainers')
  );
}

export const podShape = fields({
  spec: fields({
    nodeName: scalar,
    volumes: listOf(
      fields({ persistentVolumeClaim: fields({ claimName: scalar }) }),
    ),
  }),
  status: fields({ phase: scalar, conditions: podConditions }),
});

/** The rest of it names a machine. */
const scheme: Shape = value =>
  typeof value === 'string'
    ? /^[a-z][a-z0-9+.-]*(?=:)/.exec(value)?.[0]
    : undefined;

export const nodeShape = fields({
  metadata: fields({
    labels: entriesOf(
      scalar,
      name => name === zoneLabel || name === regionLabel,
    ),
  }),
  spec: fields({ providerID: scheme }),
});
