import { resourceTypes } from '../../kubernetes';
import { timestamp } from '../../postgresql/names';
import { CopiedVolume } from '../ServerWorkload';
import { TypedObject } from '../SimulatedWorkload';
import { VeleroOrder } from './VeleroWorkload';

const GIB = 2 ** 30;

/** Share of a volume that is copied: what is in use. */
const USED = 0.3;

interface Copy {
  backup: string;
  volume: CopiedVolume;
  run: Date;
  endsAt: Date;
  isEnded: boolean;
}

/** What shows that a backup copied a volume: a DataUpload of a snapshot, or a PodVolumeBackup of files. */
export function volumeCopy(order: VeleroOrder, copy: Copy): TypedObject {
  return order.traits.method === 'file-system'
    ? podVolumeBackup(order, copy)
    : dataUpload(order, copy);
}

/** As `newDataUpload` in `pkg/backup/actions/csi/pvc_action.go` of vmware-tanzu/velero 1.18 makes it. */
function dataUpload(order: VeleroOrder, copy: Copy): TypedObject {
  const { site, location } = order;
  const { backup, volume } = copy;
  const backupUid = site.uid(resourceTypes.veleroBackups, backup);
  return site.object(resourceTypes.dataUploads, {
    name: copyName(copy),
    createdAt: copy.run,
    labels: {
      ...labelsOf(order, copy),
      'velero.io/async-operation-id':
        `du-${backupUid}.${volume.claimUid}`.slice(0, 63),
    },
    owner: [resourceTypes.veleroBackups, backup],
    body: {
      spec: {
        backupStorageLocation: location,
        csiSnapshot: {
          driver: 'ebs.csi.aws.com',
          snapshotClass: 'csi-snapshots',
          storageClass: volume.storageClass,
          volumeSnapshot: `velero-${volume.claim}`,
        },
        operationTimeout: '10m0s',
        snapshotType: 'CSI',
        sourceNamespace: volume.namespace,
        sourcePVC: volume.claim,
      },
      status: { node: volume.pod.node, ...statusOf(copy) },
    },
  });
}

/** As `newPodVolumeBackup` in `pkg/podvolume/backupper.go` makes it. */
function podVolumeBackup(order: VeleroOrder, copy: Copy): TypedObject {
  const { site, location } = order;
  const { backup, volume } = copy;
  const { pod, namespace } = volume;
  return site.object(resourceTypes.podVolumeBackups, {
    name: copyName(copy),
    createdAt: copy.run,
    annotations: { 'velero.io/pvc-name': volume.claim },
    labels: labelsOf(order, copy),
    owner: [resourceTypes.veleroBackups, backup],
    body: {
      spec: {
        backupStorageLocation: location,
        node: pod.node,
        pod: { kind: 'Pod', name: pod.name, namespace, uid: pod.uid },
        repoIdentifier: '',
        tags: {
          backup,
          'backup-uid': site.uid(resourceTypes.veleroBackups, backup),
          ns: namespace,
          pod: pod.name,
          'pod-uid': pod.uid,
          'pvc-uid': volume.claimUid,
          volume: pod.volume,
        },
        uploaderType: 'kopia',
        volume: pod.volume,
      },
      status: statusOf(copy),
    },
  });
}

function copyName({ backup, volume }: Copy): string {
  return `${backup}-${volume.claimUid.slice(0, 5)}`;
}

function labelsOf({ site }: VeleroOrder, { backup, volume }: Copy) {
  return {
    'velero.io/backup-name': backup,
    'velero.io/backup-uid': site.uid(resourceTypes.veleroBackups, backup),
    'velero.io/pvc-uid': volume.claimUid,
  };
}

function statusOf({ volume, run, endsAt, isEnded }: Copy) {
  const totalBytes = Math.round(volume.sizeGiB * GIB * USED);
  return {
    phase: isEnded ? 'Completed' : 'InProgress',
    progress: { totalBytes, ...(isEnded && { bytesDone: totalBytes }) },
    startTimestamp: timestamp(run.getTime() + 10_000),
    ...(isEnded && {
      completionTimestamp: timestamp(endsAt),
      snapshotID: volume.claimUid.slice(0, 8),
    }),
  };
}
