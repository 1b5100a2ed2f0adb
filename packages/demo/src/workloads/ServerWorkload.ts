import { resourceTypes } from '../kubernetes';
import { MetricSeries } from '../postgresql/metrics';
import { ClusterName } from '../postgresql/DatabaseTraits';
import { claimObjects, ClaimParts, sizeOf } from './kubernetes/claim';
import { scheduledSnapshotObjects } from './kubernetes/scheduledSnapshots';
import { PodParts, podObject } from './kubernetes/pod';
import { SimulatedWorkload, TypedObject } from './SimulatedWorkload';
import { Site, Surroundings } from './Site';
import { CommonTraits, VolumeTraits } from './WorkloadTraits';

const GIB = 2 ** 30;

/** Share of a volume that is in use where traits say nothing. */
const USED = 0.3;

/** How long ago an instance was taken away whose volume is still there. */
const LEFT_BEHIND_DAYS = 41;

/** The label that Velero's schedules of the demo select by. */
export const policyLabel = 'backup-policy';

/** A server process, with its pod and its claims. */
export interface Server {
  pod: PodParts;
  /** The first one holds the data. */
  claims: readonly ClaimParts[];
}

/** A volume that Velero may be told to take. */
export interface CopiedVolume {
  namespace: string;
  claim: string;
  claimUid: string;
  sizeGiB: number;
  storageClass: string;
  policy: string;
  pod: { name: string; uid: string; volume: string; node: string };
}

/**
 * A database whose servers are pods with volumes, whoever runs them. What stands for the database itself is its kind's own matter.
 */
export abstract class ServerWorkload<Traits extends CommonTraits = CommonTraits>
  implements SimulatedWorkload
{
  readonly traits: Traits;
  readonly site: Site;

  constructor(traits: Traits, around: Surroundings) {
    this.traits = traits;
    this.site = new Site(traits, around);
  }

  /** The kind with its group, as Holdfast refers to the database. */
  abstract get kind(): string;

  protected abstract get servers(): readonly Server[];

  /** The object that stands for the database, what backs it up, and what its operator made beside pods and claims. */
  protected abstract declaredAt(now: Date): readonly TypedObject[];

  /** What its own exporter measures. */
  protected measuredAt(_now: Date): MetricSeries[] {
    return [];
  }

  get cluster(): ClusterName {
    return this.traits.cluster;
  }

  get name(): string {
    return this.traits.name;
  }

  get volume(): VolumeTraits {
    return this.traits.volume ?? {};
  }

  /** Labels of pods and claims beside those that their operator sets. */
  get policyLabels(): Record<string, string> {
    const { backupPolicy } = this.traits;
    return backupPolicy === undefined ? {} : { [policyLabel]: backupPolicy };
  }

  get copiedVolumes(): readonly CopiedVolume[] {
    const { backupPolicy } = this.traits;
    if (backupPolicy === undefined) return [];
    return this.servers.flatMap(({ pod, claims }) =>
      claims.map(claim => ({
        namespace: this.site.namespace,
        claim: claim.name,
        claimUid: this.site.uid(
          resourceTypes.persistentVolumeClaims,
          claim.name,
        ),
        sizeGiB: sizeOf(claim.volume),
        storageClass: claim.volume.storageClass ?? 'ssd',
        policy: backupPolicy,
        pod: {
          name: pod.name,
          uid: this.site.uid(resourceTypes.pods, pod.name),
          volume:
            pod.volumes.find(volume => volume.claim === claim.name)?.name ?? '',
          node: pod.node.name,
        },
      })),
    );
  }

  objectsAt(now: Date): readonly TypedObject[] {
    const { site, name } = this;
    const { snapshots } = this.traits;
    const claims = this.servers.flatMap(server => server.claims);
    return [
      ...this.declaredAt(now),
      ...this.servers.map(({ pod }) => podObject(site, pod)),
      ...[...claims, ...this.#leftBehind].flatMap(claim =>
        claimObjects(site, claim),
      ),
      ...(snapshots
        ? scheduledSnapshotObjects(site, {
            name,
            claims: claims.map(claim => ({
              name: claim.name,
              sizeGiB: sizeOf(claim.volume),
            })),
            ...snapshots,
            now,
          })
        : []),
    ];
  }

  metricsAt(now: Date): MetricSeries[] {
    return [...this.#volumeMetrics(), ...this.measuredAt(now)];
  }

  /** The labels of a claim, and whether it found a volume. */
  protected claim(
    name: string,
    options: {
      index: number;
      count: number;
      labels: Record<string, string>;
      volume?: VolumeTraits;
    },
  ): ClaimParts {
    const { index, count, labels, volume = this.volume } = options;
    const isLast = index === count - 1;
    return {
      name,
      labels: { ...labels, ...this.policyLabels },
      node: this.site.node(index),
      volume,
      pending: isLast && volume.trouble === 'not-binding',
    };
  }

  /** The claim of an instance that is no more: what comes after the last of the first claims. */
  get #leftBehind(): ClaimParts[] {
    if (this.volume.trouble !== 'left-behind') return [];
    const { length } = this.servers;
    const claim = this.servers.at(-1)?.claims[0];
    if (!claim) return [];
    return [
      {
        ...claim,
        name: claim.name.replace(/\d+$/, String(length)),
        unusedSince: this.site.daysAgo(LEFT_BEHIND_DAYS),
      },
    ];
  }

  /** The kubelet measures what is mounted. */
  #volumeMetrics(): MetricSeries[] {
    const { namespace } = this.site;
    return this.servers
      .flatMap(({ claims }) => claims)
      .filter(({ pending }) => !pending)
      .flatMap(({ name, volume }) => {
        const capacity = sizeOf(volume) * GIB;
        const used = Math.round(capacity * (volume.used ?? USED));
        const labels = { namespace, persistentvolumeclaim: name };
        return Object.entries({
          kubelet_volume_stats_capacity_bytes: capacity,
          kubelet_volume_stats_used_bytes: used,
          kubelet_volume_stats_available_bytes: capacity - used,
        }).map(([metric, value]) => ({ name: metric, labels, value }));
      });
  }
}
