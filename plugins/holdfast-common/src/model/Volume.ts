import { BackupMethod } from './BackupStore';
import { Custody } from './Custody';
import { Evidence, Observed } from './Evidence';
import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';
import { Holding } from './RecoveryPoint';

/**
 * A volume as its claim sees it.
 *
 * @public
 */
export interface Volume {
  claim: ObjectReference;
  /** The instance whose data it holds, where the operator says so. */
  instance?: string;
  role: 'data' | 'wal' | 'tablespace' | 'other';
  phase?: Observed<string>;
  requestedBytes?: Observed<number>;
  capacityBytes?: Observed<number>;
  usedBytes?: Observed<number>;
  storageClass?: Observed<string>;
  provisioner?: Observed<string>;
  /** Whether the bytes go with the node: a local or host path volume. Absent when the volume or its class could not be read. */
  nodeLocal?: Observed<boolean>;
  reclaimPolicy?: Observed<string>;
  expandable?: Observed<boolean>;
  /** As the claim asks for: `ReadWriteOnce`, `ReadWriteOncePod` ... */
  accessModes?: Observed<string>;
  /** Whether the storage encrypts it, where its class or driver says so. */
  encrypted?: Observed<boolean>;
  /** Since when no pod uses it, by the claim's own condition. */
  unusedSince?: Observed<Instant>;
  /** Who decides whether the claim is there. */
  custody?: Custody;
  /** Each backup that took it, was to take it, or passed it over; newest first. */
  coverage?: VolumeCoverage[];
  /** What keeps it from being used, newest first; see {@link VolumeTrouble}. */
  troubles?: VolumeTrouble[];
}

/**
 * What one backup did with the bytes of a volume.
 *
 * @public
 */
export interface VolumeCoverage {
  /** The backup, or the schedule that is to take it. */
  backup: ObjectReference;
  method: BackupMethod;
  storeId?: string;
  /**
   * `held`: as {@link VolumeCoverage.holding} says; `skipped`: it ended without this volume; `excluded`: it was told to leave it out, or
   * never can take it; `failed`, `running`: the copy itself.
   */
  state: 'held' | 'skipped' | 'excluded' | 'failed' | 'running';
  holding?: Holding;
  /** The moment whose bytes they are. */
  at?: Instant;
  /** Why it was skipped or failed, in words. */
  reason?: string;
  evidence: Evidence;
}

/**
 * Something that goes wrong with a volume, as Kubernetes reports it.
 *
 * @public
 */
export interface VolumeTrouble {
  /** `binding`: the claim finds no volume; `lost`: its volume is gone; `expansion`: growing it fails; `mount`: a pod cannot use it. */
  kind: 'binding' | 'lost' | 'expansion' | 'mount' | 'modification' | 'health';
  /** What lies behind it, as far as the objects show. Absent: only events or logs would tell. */
  cause?: VolumeTroubleCause;
  since?: Instant;
  /** Kubernetes' own words. */
  message?: string;
  evidence: Evidence;
}

/**
 * Why a volume cannot be used.
 *
 * - `no-class`: the claim names no storage class, and none was the default when it was made
 * - `class-missing`: the class that it names does not exist
 * - `no-volume`: its class makes no volumes, and none that was made by hand fits
 * - `no-consumer`: its class waits for a pod, and no pod of the database uses it
 * - `unschedulable`: the pod that it waits for, or that is to use it, finds no node
 * - `topology`: the pod may not run where the volume is
 * - `in-use`: another pod has it, and only one may
 * - `attach-limit`: the nodes have as many volumes as they can take
 * - `provisioner`: what makes volumes for its class has not made it
 * - `not-started`: the pod has a node, and its containers were never allowed to start
 * - `infeasible`: the storage refuses for good
 * - `node-pending`: the volume has grown, and its file system waits for the node
 *
 * @public
 */
export type VolumeTroubleCause =
  | 'no-class'
  | 'class-missing'
  | 'no-volume'
  | 'no-consumer'
  | 'unschedulable'
  | 'topology'
  | 'in-use'
  | 'attach-limit'
  | 'provisioner'
  | 'not-started'
  | 'infeasible'
  | 'node-pending';
