import { BackupMethod } from './BackupStore';
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
  /** `held`: as {@link VolumeCoverage.holding} says; `skipped`: it ended without this volume; `failed`, `running`: the copy itself. */
  state: 'held' | 'skipped' | 'failed' | 'running';
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
  since?: Instant;
  /** Kubernetes' own words. */
  message?: string;
  evidence: Evidence;
}
