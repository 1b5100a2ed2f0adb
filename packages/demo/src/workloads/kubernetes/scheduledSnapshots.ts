import { resourceTypes } from '../../kubernetes';
import { compactTime, timestamp } from '../../postgresql/names';
import { formatGiB } from '../../postgresql/volume';
import { Rhythm, runsBetween } from '../Rhythm';
import { Site } from '../Site';
import { TypedObject } from '../SimulatedWorkload';

/** How long the driver takes until a snapshot can be used. */
const READY_SECONDS = 40;

/** The scheduler goes from claim to claim. */
const SECONDS_APART = 2;

/**
 * The VolumeSnapshots that snapscheduler takes of the claims of a workload, one after another, with their contents: names and labels as in
 * `newSnapForClaim` in `controllers/snapshotschedule_controller.go` of backube/snapscheduler 3.
 */
export function scheduledSnapshotObjects(
  site: Site,
  options: {
    name: string;
    claims: readonly { name: string; sizeGiB: number }[];
    rhythm: Rhythm;
    keep: number;
    now: Date;
  },
): TypedObject[] {
  const { name, claims, rhythm, keep, now } = options;
  const from = now.getTime() - keep * rhythm.periodMs;
  return runsBetween(rhythm, from, now)
    .filter(run => run >= site.createdAt)
    .flatMap(run =>
      claims.flatMap((claim, index) =>
        snapshotObjects(site, {
          schedule: name,
          claim,
          run: new Date(run.getTime() + index * SECONDS_APART * 1000),
          now,
        }),
      ),
    );
}

function snapshotObjects(
  site: Site,
  options: {
    schedule: string;
    claim: { name: string; sizeGiB: number };
    run: Date;
    now: Date;
  },
): TypedObject[] {
  const { schedule, claim, run, now } = options;
  const minute = compactTime(run).slice(0, 12);
  const name = `${claim.name}-${schedule}-${minute}`;
  const contentName = `snapcontent-${site.uid(
    resourceTypes.volumeSnapshots,
    name,
  )}`;
  const readyToUse = now.getTime() >= run.getTime() + READY_SECONDS * 1000;
  return [
    site.object(resourceTypes.volumeSnapshots, {
      name,
      createdAt: run,
      labels: {
        'snapscheduler.backube/schedule': schedule,
        'snapscheduler.backube/when': minute,
      },
      body: {
        spec: {
          source: { persistentVolumeClaimName: claim.name },
          volumeSnapshotClassName: 'csi-snapshots',
        },
        status: {
          boundVolumeSnapshotContentName: contentName,
          creationTime: timestamp(run),
          readyToUse,
          restoreSize: formatGiB(claim.sizeGiB),
        },
      },
    }),
    site.object(resourceTypes.volumeSnapshotContents, {
      name: contentName,
      createdAt: run,
      body: {
        spec: {
          deletionPolicy: 'Delete',
          driver: 'ebs.csi.aws.com',
          source: { volumeHandle: claim.name },
          volumeSnapshotClassName: 'csi-snapshots',
          volumeSnapshotRef: {
            apiVersion: 'snapshot.storage.k8s.io/v1',
            kind: 'VolumeSnapshot',
            name,
            namespace: site.namespace,
            uid: site.uid(resourceTypes.volumeSnapshots, name),
          },
        },
        status: {
          creationTime: run.getTime() * 1_000_000,
          readyToUse,
          restoreSize: claim.sizeGiB * 2 ** 30,
          snapshotHandle: `snap-${name}`,
        },
      },
    }),
  ];
}
