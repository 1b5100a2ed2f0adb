import { StoreTier } from '../pricing/priceBackupStore';
import { VolumeClass } from '../volume-class/VolumeClass';
import { StatedAssumptions } from './assumptions';

/**
 * A database that does not exist yet, as far as it bears on its price. Sizes are in bytes, times in seconds.
 *
 * @public
 */
export interface DatabaseArrangement {
  /** `aws`, `azure`, `gcp`, `on-premises`, or a provider of the configuration. Without it nothing but configured storage has a price. */
  provider?: string;
  region?: string;
  /** The primary and its replicas. */
  instances: number;
  /** `m6i`: whose prices CPU and memory are priced by. The provider's default of the price book unless given. */
  machineFamily?: string;
  /** Requested for each instance. */
  cpuCores?: number | string;
  memoryBytes?: number;
  /** Of each instance; without their region, which is that of the database. */
  storageClass: Omit<VolumeClass, 'region'>;
  dataVolume: ArrangedVolume;
  /** Absent: WAL lies on the data volume. */
  walVolume?: ArrangedVolume;
  /** Absent: nothing is sent to an object store. */
  backups?: ArrangedBackups;
  /** Absent: no snapshots of volumes are taken. */
  snapshots?: { intervalSeconds: number; retentionSeconds: number };
  secondRegion?: ArrangedSecondRegion;
  /** What else the price depends on; each has a default. */
  assumptions?: StatedAssumptions;
}

/**
 * A volume that each instance has.
 *
 * @public
 */
export interface ArrangedVolume {
  sizeBytes: number;
  /** The storage class of the database unless given. */
  storageClass?: Omit<VolumeClass, 'region'>;
  iops?: number;
  throughputMiBps?: number;
}

/**
 * Base backups and WAL in an object store.
 *
 * @public
 */
export interface ArrangedBackups {
  /** Of the store; those of the database unless given. */
  provider?: string;
  region?: string;
  /** By age: the tier that backups are written to comes first, after 0 s. */
  tiers: StoreTier[];
  retentionSeconds: number;
  /** From one full base backup to the next. */
  intervalSeconds: number;
  /** Whether incremental backups are taken on the days without a full one. Barman Cloud takes none. */
  incremental?: boolean;
}

/**
 * What there is in another region.
 *
 * @public
 */
export interface ArrangedSecondRegion {
  region: string;
  /** A copy of the backup store; absent: none. Kept as long as the first. */
  copy?: { tiers: StoreTier[] };
  /** Instances of a replica cluster. 0 unless given. */
  instances?: number;
  storageClass?: Omit<VolumeClass, 'region'>;
}
