import { BackupMethod } from './BackupStore';
import { Custody } from './Custody';
import { Evidence, Observed } from './Evidence';
import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';

/**
 * What state of the data a copy of its volumes holds. `application`: the server wrote it to be restored, or was quiet meanwhile; `crash`: what a
 * power failure leaves, which the server recovers from; `torn`: files that were copied one after another while the server wrote them,
 * which it may not open; `unknown`: a hook ran meanwhile, and what it does to the server cannot be told.
 *
 * @public
 */
export type Consistency = 'application' | 'crash' | 'torn' | 'unknown';

/**
 * How the bytes of a volume are held by a backup, by what the cluster shows. `moved`: a snapshot was copied to a store, and the copy ended;
 * `uploaded`: files were; `snapshotted`: a snapshot stays in the storage of the volume; `intended`: the backup was told to take the
 * volume, or the database, and nothing shows that it did.
 *
 * @public
 */
export type Holding = 'moved' | 'uploaded' | 'snapshotted' | 'intended';

/**
 * Something a database can be restored from: a completed base backup, a dump, or copies of its volumes that belong together.
 *
 * @public
 */
export interface RecoveryPoint {
  object: ObjectReference;
  method: BackupMethod;
  /** {@link BackupStore.id} of the place that holds it; absent when that cannot be told. */
  storeId?: string;
  /** The tool's own id of the backup, the one a restore names. */
  backupId?: string;
  startedAt?: Instant;
  /** The first moment that can be restored with this point: the end of the backup. */
  consistentAt: Instant;
  /** When it was done, where that is later than the moment that it holds. */
  endedAt?: Instant;
  /** Hot backups are worthless without the WAL written while they ran. */
  needsWal: boolean;
  /** `false`: no archived log continues it, so that it brings back its own moment alone. */
  rollsForward?: boolean;
  /** Set when it holds only a part of the server's databases, and which. */
  partial?: Observed<string>;
  /** Set when it holds the one database that the server was set up with, and which: neither its users nor what else was made in it since. */
  onlyDatabase?: Observed<string>;
  /** What state of the data it holds. Absent: as its method makes it, which is one that the server can open. */
  consistency?: Observed<Consistency>;
  /** How sure it is that the bytes are in it. Absent: the tool that took it answers for them. */
  holding?: Observed<Holding>;
  /** The claims whose bytes it holds; absent where the server's data was taken and not its volumes. */
  claims?: string[];
  /** The standing order that it was taken by, and whether there still is one of that name. Absent: nobody says, or they could not be read. */
  schedule?: { name: string; exists: boolean; evidence: Evidence };
  /**
   * Whether the point was taken from the database that exists now. `other`: from an earlier database of the same name, or before
   * a major upgrade, so that it cannot be rolled forward to today.
   */
  incarnation: 'current' | 'other' | 'unknown';
  /** Why the incarnation is judged so. */
  incarnationEvidence?: Evidence;
  timeline?: number;
  majorVersion?: number;
  /** Whose deletion takes its bytes along. Absent: that cannot be told, or no object holds them. */
  owners?: Custody['owners'];
  /** Whether the bytes go when its object, or the namespace that it is in, is deleted. Absent: that cannot be told. */
  deletedWithObject?: Observed<boolean>;
  /** When it will be deleted, if that is known. */
  expiresAt?: Instant;
  evidence: Evidence;
}

/**
 * A backup that has not (or not yet) become a recovery point.
 *
 * @public
 */
export interface BackupAttempt {
  object: ObjectReference;
  method: BackupMethod;
  storeId?: string;
  /** `unknown` is a phase that this version does not know. */
  state: 'pending' | 'running' | 'failed' | 'unknown';
  startedAt?: Instant;
  endedAt?: Instant;
  error?: Observed<string>;
  evidence: Evidence;
}
