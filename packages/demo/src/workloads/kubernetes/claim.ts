import { resourceTypes } from '../../kubernetes';
import { seededUid } from '../../kubernetes/seededUid';
import { timestamp } from '../../postgresql/names';
import { SimulatedNode } from '../../postgresql/SimulatedNode';
import { formatGiB, sourceOf } from '../../postgresql/volume';
import { Site } from '../Site';
import { TypedObject } from '../SimulatedWorkload';
import { VolumeTraits } from '../WorkloadTraits';

const HOUR = 3_600_000;

/** Since when a claim that finds no volume has been waiting. */
const PENDING_DAYS = 3;

/** How long ago somebody asked for a larger volume, and the storage refused. */
const REFUSED_HOURS = 26;

/** A claim that a pod uses, or that was left behind. */
export interface ClaimParts {
  name: string;
  labels?: Record<string, string>;
  node: SimulatedNode;
  volume: VolumeTraits;
  /** No volume was ever found for it. */
  pending?: boolean;
  /** Since when no pod names it. */
  unusedSince?: Date;
}

export function sizeOf({ sizeGiB = 10 }: VolumeTraits): number {
  return sizeGiB;
}

/** A PersistentVolumeClaim and the PersistentVolume that it is bound to. */
export function claimObjects(site: Site, parts: ClaimParts): TypedObject[] {
  const { pending = false } = parts;
  const claim = claimObject(site, parts);
  return pending ? [claim] : [claim, volumeObject(site, parts)];
}

function claimObject(site: Site, parts: ClaimParts): TypedObject {
  const { name, labels, volume, pending = false } = parts;
  const size = sizeOf(volume);
  const isRefused = volume.trouble === 'cannot-expand';
  return site.object(resourceTypes.persistentVolumeClaims, {
    name,
    labels,
    ...(pending && { createdAt: site.daysAgo(PENDING_DAYS) }),
    metadata: { finalizers: ['kubernetes.io/pvc-protection'] },
    body: {
      spec: {
        accessModes: [accessModeOf(volume)],
        resources: {
          requests: { storage: formatGiB(isRefused ? size * 2 : size) },
        },
        storageClassName: classOf(volume),
        volumeMode: 'Filesystem',
        ...(!pending && { volumeName: volumeName(site, name) }),
      },
      status: pending
        ? { phase: 'Pending' }
        : {
            accessModes: [accessModeOf(volume)],
            capacity: { storage: formatGiB(size) },
            phase: 'Bound',
            ...(isRefused && refusal(site, size * 2)),
            ...(parts.unusedSince && unused(parts.unusedSince)),
          },
    },
  });
}

/** What the resizer writes that gave up (`ControllerResizeInfeasible` in core/v1, KEP-1790). */
function refusal(site: Site, wanted: number) {
  const since = new Date(
    site.around.startedAt.getTime() - REFUSED_HOURS * HOUR,
  );
  return {
    allocatedResources: { storage: formatGiB(wanted) },
    allocatedResourceStatuses: { storage: 'ControllerResizeInfeasible' },
    conditions: [
      {
        type: 'ControllerResizeError',
        status: 'True',
        lastProbeTime: null,
        lastTransitionTime: timestamp(since),
        message:
          'rpc error: code = InvalidArgument desc = requested size exceeds the quota of the account',
      },
    ],
  };
}

/** The condition of KEP-5541, beta in Kubernetes 1.37. */
function unused(since: Date) {
  return {
    conditions: [
      {
        type: 'Unused',
        status: 'True',
        reason: 'NoPodsUsingPVC',
        lastProbeTime: null,
        lastTransitionTime: timestamp(since),
      },
    ],
  };
}

function volumeObject(site: Site, parts: ClaimParts): TypedObject {
  const { name, volume, node } = parts;
  const handle = volumeName(site, name);
  const storageClass = classOf(volume);
  return site.object(resourceTypes.persistentVolumes, {
    name: handle,
    metadata: { finalizers: ['kubernetes.io/pv-protection'] },
    body: {
      spec: {
        accessModes: [accessModeOf(volume)],
        capacity: { storage: formatGiB(sizeOf(volume)) },
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          name,
          namespace: site.namespace,
          uid: site.uid(resourceTypes.persistentVolumeClaims, name),
        },
        persistentVolumeReclaimPolicy: volume.reclaimPolicy ?? 'Delete',
        storageClassName: storageClass,
        volumeMode: 'Filesystem',
        ...(storageClass === 'shared'
          ? {
              csi: {
                driver: 'efs.csi.aws.com',
                volumeHandle: `fs-demo::${handle}`,
              },
            }
          : sourceOf(storageClass, handle, node)),
      },
      status: {
        lastPhaseTransitionTime: timestamp(site.createdAt),
        phase: 'Bound',
      },
    },
  });
}

export function classOf({ storageClass = 'ssd' }: VolumeTraits): string {
  return storageClass;
}

export function accessModeOf({
  accessMode = 'ReadWriteOnce',
}: VolumeTraits): string {
  return accessMode;
}

function volumeName(site: Site, claim: string): string {
  const uid = site.uid(resourceTypes.persistentVolumeClaims, claim);
  return `pvc-${seededUid(uid, 'volume')}`;
}
