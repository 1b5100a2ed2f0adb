import { Evidence } from './Evidence';
import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';

/**
 * A restore of a database that was seen or reported: the only proof that its backups are worth something.
 *
 * @public
 */
export interface Restore {
  /** What came out of it. */
  target: ObjectReference;
  /** `drill` when it was made to prove, `restore` when it was made to be used. */
  purpose: 'drill' | 'restore';
  /** The moment it was to restore to; absent for "as late as possible". */
  recoveryTarget?: Instant;
  startedAt: Instant;
  /** When the restored database was ready; absent while it runs or when it failed. */
  readyAt?: Instant;
  state: 'running' | 'succeeded' | 'failed';
  evidence: Evidence;
}
