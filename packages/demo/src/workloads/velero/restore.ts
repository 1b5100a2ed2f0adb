import { resourceTypes } from '../../kubernetes';
import { timestamp } from '../../postgresql/names';
import { CopiedVolume } from '../ServerWorkload';
import { TypedObject } from '../SimulatedWorkload';
import { backupName, secondsOf, takenVolumes } from './backup';
import { VeleroOrder } from './VeleroWorkload';

const GIB = 2 ** 30;

interface Rehearsal {
  name: string;
  backup: string;
  startedAt: Date;
  readyAt: Date;
}

/** A Restore into namespaces that were there for it, from the backup that was the newest then, with a DataDownload of each volume. */
export function restoreObjects(
  order: VeleroOrder,
  runs: readonly Date[],
): TypedObject[] {
  const { site, traits } = order;
  if (traits.restoredDaysAgo === undefined) return [];
  const startedAt = site.daysAgo(traits.restoredDaysAgo);
  const run = runs.findLast(candidate => candidate < startedAt);
  const volumes = takenVolumes(order);
  if (!run) return [];
  const rehearsal = {
    name: `${traits.name}-rehearsal`,
    backup: backupName(order, run),
    startedAt,
    readyAt: new Date(startedAt.getTime() + secondsOf(volumes) * 1000),
  };
  return [
    restoreObject(order, rehearsal, volumes),
    ...volumes.map(volume => downloadObject(order, rehearsal, volume)),
  ];
}

const targetOf = (namespace: string) => `${namespace}-rehearsal`;

/** Fields as in `site/content/docs/main/api-types/restore.md` of vmware-tanzu/velero 1.18. */
function restoreObject(
  { site }: VeleroOrder,
  { name, backup, startedAt, readyAt }: Rehearsal,
  volumes: readonly CopiedVolume[],
): TypedObject {
  const namespaces = [...new Set(volumes.map(({ namespace }) => namespace))];
  return site.object(resourceTypes.veleroRestores, {
    name,
    createdAt: startedAt,
    labels: { 'holdfast.io/purpose': 'drill' },
    body: {
      spec: {
        backupName: backup,
        includedNamespaces: namespaces,
        namespaceMapping: Object.fromEntries(
          namespaces.map(namespace => [namespace, targetOf(namespace)]),
        ),
        restorePVs: true,
      },
      status: {
        phase: 'Completed',
        startTimestamp: timestamp(startedAt),
        completionTimestamp: timestamp(readyAt),
        progress: { itemsRestored: 30, totalItems: 30 },
      },
    },
  });
}

/** As `newDataDownload` in `pkg/restore/actions/csi/pvc_action.go` makes it. */
function downloadObject(
  { site, location }: VeleroOrder,
  { name, startedAt, readyAt }: Rehearsal,
  { namespace, claim, claimUid, sizeGiB }: CopiedVolume,
): TypedObject {
  const bytes = Math.round(sizeGiB * GIB * 0.3);
  return site.object(resourceTypes.dataDownloads, {
    name: `${name}-${claimUid.slice(0, 5)}`,
    createdAt: startedAt,
    labels: {
      'velero.io/restore-name': name,
      'velero.io/restore-uid': site.uid(resourceTypes.veleroRestores, name),
    },
    owner: [resourceTypes.veleroRestores, name],
    body: {
      spec: {
        backupStorageLocation: location,
        operationTimeout: '10m0s',
        snapshotID: claimUid.slice(0, 8),
        sourceNamespace: namespace,
        targetVolume: { namespace: targetOf(namespace), pvc: claim, pv: '' },
      },
      status: {
        phase: 'Completed',
        progress: { bytesDone: bytes, totalBytes: bytes },
        startTimestamp: timestamp(startedAt),
        completionTimestamp: timestamp(readyAt),
      },
    },
  });
}
