import { BackupStore, RecoveryPoint } from '../model';

/**
 * What could be restored from, worked out once per assessment.
 *
 * @public
 */
export interface UsableBackups {
  /** The store that new WAL and backups go to. */
  store?: BackupStore;
  /** Points of this incarnation on the store in use, newest first. */
  points: RecoveryPoint[];
  /** Points that exist but cannot bring today's database back, newest first: another store, another incarnation. */
  unusable: RecoveryPoint[];
}
