import { Observed } from './Evidence';
import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';

/**
 * How bytes get from the database into a store. `other` is a backup plugin that this version does not know.
 *
 * `mariadb-backup` copies the files, `mariadb-dump` writes SQL; `binlog-archive` takes the binary log and no backups.
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
  /** Ids of other databases that write to the same place. Filled in by whoever sees the whole fleet. */
  otherWriters: string[];
}
