import { Observed } from './Evidence';
import { Instant } from './Instant';

/**
 * How the log of changes (WAL, binlog) leaves the database.
 *
 * @public
 */
export interface Archiving {
  /** Whether an archiver is configured. The evidence names the field that decides. */
  configured: Observed<boolean>;
  /** `false`: nothing runs the database that could archive its log, so that an archiver is no advice. Absent: something does. */
  offered?: boolean;
  /** {@link BackupStore.id} that the log goes to. */
  storeId?: string;
  /** Set when the archiver is told to throw the log away. */
  skipped?: Observed<boolean>;
  /** What the operator says. True on a database without a base backup proves nothing. Absent: it has said nothing yet. */
  working?: Observed<boolean>;
  /** When {@link Archiving.working} last changed. It is not the time of the last archived file. */
  workingSince?: Instant;
  /** The archiver's own words when it fails. */
  failure?: Observed<string>;
  /** Segments that wait to be archived. 0: everything that was written and closed is in the store. */
  backlogSegments?: Observed<number>;
  /** Up to when the archive leads: when its last segment arrived, or the last change that it holds where the operator tells that instead. */
  lastArchivedAt?: Observed<Instant>;
  lastFailedAt?: Observed<Instant>;
  /** Longest time that changes may wait in an open segment before it is closed and archived. 0: no time closes it, only its being full. */
  timeoutSeconds: Observed<number>;
}
