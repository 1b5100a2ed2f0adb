import { JsonObject } from '@backstage/types';
import {
  ANNOTATION_STORE_REGION,
  LABEL_PURPOSE,
} from '@holdfast/plugin-holdfast-common';
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
  backupNameLabel,
  claimNameAnnotation,
  claimUidLabel,
  scheduleNameLabel,
} from './names';

/** Of a long list of errors the first ones tell. */
const fewScalars: Shape = value =>
  Array.isArray(value) ? listOf(scalar)(value.slice(0, 3)) : undefined;
const scalars = listOf(scalar);

const labels = entriesOf(scalar, name =>
  [backupNameLabel, claimUidLabel, scheduleNameLabel, LABEL_PURPOSE].includes(
    name,
  ),
);
const annotations = entriesOf(scalar, name =>
  [claimNameAnnotation, LABEL_PURPOSE].includes(name),
);
const metadata = fields({ deletionTimestamp: scalar, labels, annotations });

const selector = fields({
  matchLabels: entriesOf(scalar),
  matchExpressions: listOf(
    fields({ key: scalar, operator: scalar, values: scalars }),
  ),
});

/** Hooks may hold whole scripts: their beginning tells what they call. */
const hooks = fields({
  resources: listOf(
    fields({
      name: scalar,
      includedNamespaces: scalars,
      excludedNamespaces: scalars,
      includedResources: scalars,
      excludedResources: scalars,
      labelSelector: selector,
      pre: listOf(fields({ exec: fields({ command: scalars }) })),
    }),
  ),
});

/** What a Backup says that it takes, and a Schedule in its template (`BackupSpec` in `pkg/apis/velero/v1/backup_types.go`). */
const order = {
  includedNamespaces: scalars,
  excludedNamespaces: scalars,
  includedResources: scalars,
  excludedResources: scalars,
  includedNamespaceScopedResources: scalars,
  excludedNamespaceScopedResources: scalars,
  labelSelector: selector,
  orLabelSelectors: listOf(selector),
  ttl: scalar,
  storageLocation: scalar,
  snapshotVolumes: scalar,
  snapshotMoveData: scalar,
  datamover: scalar,
  defaultVolumesToFsBackup: scalar,
  volumeGroupSnapshotLabelKey: scalar,
  resourcePolicy: fields({ name: scalar }),
  hooks,
};

export const scheduleShape = fields({
  metadata,
  spec: fields({
    schedule: scalar,
    paused: scalar,
    skipImmediately: scalar,
    template: fields(order),
  }),
  status: fields({
    phase: scalar,
    lastBackup: scalar,
    validationErrors: fewScalars,
  }),
});

export const backupShape = fields({
  metadata,
  spec: fields(order),
  status: fields({
    phase: scalar,
    startTimestamp: scalar,
    completionTimestamp: scalar,
    expiration: scalar,
    errors: scalar,
    failureReason: scalar,
    validationErrors: fewScalars,
    volumeSnapshotsCompleted: scalar,
    csiVolumeSnapshotsCompleted: scalar,
    backupItemOperationsAttempted: scalar,
  }),
});

export const restoreShape = fields({
  metadata,
  spec: fields({
    backupName: scalar,
    scheduleName: scalar,
    includedNamespaces: scalars,
    excludedNamespaces: scalars,
    includedResources: scalars,
    excludedResources: scalars,
    labelSelector: selector,
    orLabelSelectors: listOf(selector),
    namespaceMapping: entriesOf(scalar),
    restorePVs: scalar,
  }),
  status: fields({
    phase: scalar,
    startTimestamp: scalar,
    completionTimestamp: scalar,
    errors: scalar,
    failureReason: scalar,
    validationErrors: fewScalars,
  }),
});

/** Of the configuration only what says where the bytes lie. The rest is how to get there. */
export const locationShape = fields({
  metadata: fields({
    deletionTimestamp: scalar,
    annotations: entriesOf(scalar, name => name === ANNOTATION_STORE_REGION),
  }),
  spec: fields({
    provider: scalar,
    objectStorage: fields({ bucket: scalar, prefix: scalar }),
    config: fields({
      region: scalar,
      s3Url: scalar,
      storageAccount: scalar,
    }),
    credential: fields({ name: scalar }),
    default: scalar,
    accessMode: scalar,
  }),
  status: fields({ phase: scalar, message: scalar }),
});

/** Of the recent runs the newest counts, and it stands last. */
const newestRun: Shape = value =>
  Array.isArray(value)
    ? listOf(fields({ result: scalar, message: scalar }))(value.slice(-1))
    : undefined;

export const repositoryShape = fields({
  spec: fields({
    volumeNamespace: scalar,
    backupStorageLocation: scalar,
    maintenanceFrequency: scalar,
  }),
  status: fields({
    phase: scalar,
    message: scalar,
    lastMaintenanceTime: scalar,
    recentMaintenance: newestRun,
  }),
});

const outcome = fields({ phase: scalar, message: scalar });

export const dataUploadShape = fields({
  metadata,
  spec: fields({ sourceNamespace: scalar, sourcePVC: scalar }),
  status: outcome,
});

export const podVolumeBackupShape = fields({
  metadata,
  spec: fields({
    pod: fields({ namespace: scalar, name: scalar }),
    volume: scalar,
  }),
  status: outcome,
});

export const dataDownloadShape = fields({
  spec: fields({ targetVolume: fields({ namespace: scalar, pvc: scalar }) }),
  status: outcome,
});

export const podVolumeRestoreShape = fields({
  spec: fields({
    pod: fields({ namespace: scalar, name: scalar }),
    volume: scalar,
  }),
  status: outcome,
});

/** The object of that kind that owns another: Velero's labels cut long names, owner references do not. */
export function ownerName(
  { ownerReferences: owners }: { ownerReferences?: unknown },
  kind: string,
): string | undefined {
  if (!Array.isArray(owners)) return undefined;
  const owner: JsonObject | undefined = owners.find(
    candidate =>
      isJsonObject(candidate) && stringAt(candidate, 'kind') === kind,
  );
  return owner && stringAt(owner, 'name');
}
