import { CronDialect } from '../quantity/cron';
import { Evidence, Observed } from './Evidence';
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
  /** When all was over, checks included, where that was told. */
  endedAt?: Instant;
  state: 'running' | 'succeeded' | 'failed';
  /** Names it among the restores of its database, the same each time it is seen or reported. Absent: only its target names it. */
  id?: string;
  /** `seen`: in the cluster; `reported`: somebody, or a tool, said so. */
  origin?: 'seen' | 'reported';
  /** What did it: `cnpg-drill`, an operator. */
  tool?: string;
  /** Who had it done, as an entity ref or in words. */
  by?: string;
  /** The backup that it was made from, as its tool calls it. */
  backup?: string;
  /** What was asked of the restored data. A drill of which one did not pass has failed. */
  checks?: RestoreCheck[];
  /** Why it failed, in the words of its tool. */
  failure?: string;
  /** How much data was restored, where that was told. */
  bytes?: number;
  /** How long it would have taken by the estimate of that time, before what was measured since had a say in it. */
  estimatedSeconds?: number;
  evidence: Evidence;
}

/**
 * A question to restored data, and whether the answer was right.
 *
 * @public
 */
export interface RestoreCheck {
  name: string;
  passed: boolean;
  /** What was found, in a few words: `42 rows`. */
  detail?: string;
}

/**
 * A change of the primary, with the time that nobody wrote.
 *
 * @public
 */
export interface Failover {
  /** When the former primary was last known to serve, or when it was noticed to fail. */
  startedAt: Instant;
  /** When the new one took writes. */
  endedAt: Instant;
  /** The timeline, epoch or term that began with it. */
  timeline?: number;
  to?: string;
  evidence: Evidence;
}

/**
 * What restores a database by itself: a standing order for drills.
 *
 * @public
 */
export interface DrillSchedule {
  object: ObjectReference;
  expression: Observed<string>;
  dialect: CronDialect;
  timeZone?: string;
  suspended: Observed<boolean>;
  createdAt?: Instant;
  lastStartedAt?: Observed<Instant>;
  /** When a run of it last ended well. Absent: none is known to have. */
  lastSucceededAt?: Observed<Instant>;
}

/**
 * Something that says that it is a report of a restore and cannot be read as one.
 *
 * @public
 */
export interface UnreadReport {
  /** What is wrong with it, field by field. */
  message: string;
  evidence: Evidence;
}
