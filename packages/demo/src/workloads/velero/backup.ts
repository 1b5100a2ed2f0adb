import { resourceTypes } from '../../kubernetes';
import { compactTime, timestamp } from '../../postgresql/names';
import { runsBetween } from '../Rhythm';
import { CopiedVolume } from '../ServerWorkload';
import { TypedObject } from '../SimulatedWorkload';
import { keepDaysOf, orderSpec } from './order';
import { VeleroOrder } from './VeleroWorkload';
import { volumeCopy } from './volumeCopy';

const DAY = 24 * 3_600_000;

/** What the items of a backup take, and each GiB of its volumes. */
const ITEM_SECONDS = 20;
const SECONDS_PER_GIB = 9;

/** Classes whose drivers take no snapshots. */
const withoutSnapshots = new Set(['local-path', 'shared']);

/** Since a schedule was deleted none of its backups has become newer; expired ones go on to be deleted. */
export function backupRuns(order: VeleroOrder, now: Date): Date[] {
  const { traits, site } = order;
  const { rhythm, pausedDaysAgo, deletedDaysAgo } = traits;
  const stoppedDaysAgo = pausedDaysAgo ?? deletedDaysAgo;
  const until =
    stoppedDaysAgo === undefined ? now : site.daysAgo(stoppedDaysAgo);
  // Velero deletes backups once they have expired.
  const from = now.getTime() - keepDaysOf(order) * DAY;
  return runsBetween(rhythm, from, until).filter(run => run > site.createdAt);
}

/** `<schedule>-<time>` (`TimestampedName` in `pkg/apis/velero/v1/schedule_types.go`). */
export function backupName({ traits }: VeleroOrder, run: Date): string {
  return `${traits.name}-${compactTime(run)}`;
}

/** The volumes that a backup really took. */
export function takenVolumes({ traits, volumes }: VeleroOrder): CopiedVolume[] {
  const { skips = [], method } = traits;
  return volumes.filter(
    ({ claim, storageClass }) =>
      !skips.includes(claim) &&
      (method === 'file-system' || !withoutSnapshots.has(storageClass)),
  );
}

export function secondsOf(volumes: readonly CopiedVolume[]): number {
  const size = volumes.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0);
  return ITEM_SECONDS + size * SECONDS_PER_GIB;
}

/** A Backup with the objects of the copies of volumes that it took. Snapshots that stay in their storage leave none. */
export function backupObjects(
  order: VeleroOrder,
  run: Date,
  now: Date,
): TypedObject[] {
  const { traits } = order;
  const taken = takenVolumes(order);
  const copies = traits.method === 'snapshot' ? [] : taken;
  const name = backupName(order, run);
  const endsAt = new Date(run.getTime() + secondsOf(copies) * 1000);
  const isEnded = endsAt <= now;
  return [
    backupObject(order, { name, run, endsAt, isEnded, taken }),
    ...copies.map(volume =>
      volumeCopy(order, { backup: name, volume, run, endsAt, isEnded }),
    ),
  ];
}

function backupObject(
  order: VeleroOrder,
  parts: {
    name: string;
    run: Date;
    endsAt: Date;
    isEnded: boolean;
    taken: readonly CopiedVolume[];
  },
): TypedObject {
  const { site, traits, location, volumes } = order;
  const { name, run, endsAt, isEnded, taken } = parts;
  const { method = 'data-mover' } = traits;
  const items = 12 + volumes.length * 4;
  const operations = method === 'data-mover' ? taken.length : 0;
  return site.object(resourceTypes.veleroBackups, {
    name,
    createdAt: run,
    labels: {
      'velero.io/schedule-name': traits.name,
      'velero.io/storage-location': location,
    },
    body: {
      spec: orderSpec(order),
      status: {
        version: 1,
        formatVersion: '1.1.0',
        phase: isEnded ? 'Completed' : phaseWhileRunning(method),
        startTimestamp: timestamp(run),
        expiration: timestamp(run.getTime() + keepDaysOf(order) * DAY),
        progress: { itemsBackedUp: items, totalItems: items },
        ...(isEnded && { completionTimestamp: timestamp(endsAt) }),
        ...(operations > 0 && {
          backupItemOperationsAttempted: operations,
          ...(isEnded && { backupItemOperationsCompleted: operations }),
        }),
        ...(method === 'snapshot' && {
          csiVolumeSnapshotsAttempted: taken.length,
          csiVolumeSnapshotsCompleted: taken.length,
        }),
      },
    },
  });
}

function phaseWhileRunning(method: string): string {
  return method === 'data-mover' ? 'WaitingForPluginOperations' : 'InProgress';
}
