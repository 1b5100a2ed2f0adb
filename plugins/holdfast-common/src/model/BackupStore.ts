import { Observed } from './Evidence';
import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';

/**
 * How bytes get from the database into a store. `other` is a backup plugin that this version does not know.
 *
 * `mariadb-backup` and `xtrabackup` copy the files, `mariadb-dump` writes SQL; `binlog-archive` takes the binary log and no backups.
 * `dump-job` is a CronJob that somebody wrote round a dump tool. Velero moves snapshots (`velero-data-mover`), uploads files
 * (`velero-file-system`) or leaves snapshots where the volumes are (`velero-snapshot`).
 *
 * @public
 */
export type BackupMethod =
  | 'barman-cloud-plugin'
  | 'barman-in-tree'
  | 'volume-snapshot'
  | 'mariadb-backup'
  | 'mariadb-dump'
  | 'binlog-archive'
  | 'xtrabackup'
  | 'dump-job'
  | 'velero-data-mover'
  | 'velero-file-system'
  | 'velero-snapshot'
  | 'other';

/**
 * A place that holds recovery points of one database: a path in an object store, or the snapshots of its volumes.
 *
 * @public
 */
export interface BackupStore {
  /**
   * Identity of the place, equal for two databases that write to the same path: endpoint, destination path and server name.
   * Another server name or another path is another store.
   */
  id: string;
  method: BackupMethod;
  /** The object that describes the store; the database itself where the configuration is inline. */
  definedBy: ObjectReference;
  /** False when the object that should describe the store does not exist. */
  exists: boolean;
  /** Whether the database sends its WAL or takes its backups there now, as opposed to a store that only old recovery points lie on. */
  inUse: boolean;
  /** Where the bytes lie, in words that can be looked up: `s3://backups/orders/orders-v2`. */
  location?: Observed<string>;
  endpoint?: Observed<string>;
  /** How long recovery points are kept there. */
  retentionSeconds?: Observed<number>;
  /** Age at which the bucket itself expires objects, if that is known. Shorter than the retention, it destroys what is to be kept. */
  lifecycleExpirySeconds?: Observed<number>;
  /** So many of its newest recovery points have an object that shows them; older ones may lie there unseen. */
  historyLimit?: Observed<number>;
  firstRecoverabilityPoint?: Observed<Instant>;
  lastSuccessfulBackup?: Observed<Instant>;
  lastFailedBackup?: Observed<Instant>;
  /** Bucket or container, as far as its configuration names one. With {@link BackupStore.endpoint} it tells what is lost together. */
  bucket?: Observed<string>;
  /** The Secret or identity that opens it, by name. */
  credential?: Observed<string>;
  /** Region that the bytes lie in, where the configuration says so. */
  region?: Observed<string>;
  /** The bytes lie in the cluster of the database itself: in a claim, or behind one of its Services. */
  inCluster?: Observed<boolean>;
  /** False when its operator last could not reach it. */
  available?: Observed<boolean>;
  /** Its own upkeep, where it has any. */
  maintenance?: StoreMaintenance;
  /** Ids of other databases that write to the same place. Filled in by whoever sees the whole fleet. */
  otherWriters: string[];
}

/**
 * The upkeep of a repository in a store, which drops what has expired and packs what is left.
 *
 * @public
 */
export interface StoreMaintenance {
  /** The object that stands for the repository. */
  repository: ObjectReference;
  /** False when the repository cannot be opened. */
  ready?: Observed<boolean>;
  /** How often it is to be done. */
  frequencySeconds?: Observed<number>;
  lastSucceededAt?: Observed<Instant>;
  /** Set when the last run failed, with what it said. */
  failure?: Observed<string>;
}
