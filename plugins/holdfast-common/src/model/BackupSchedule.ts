import { CronDialect } from '../quantity/cron';
import { BackupMethod } from './BackupStore';
import { Observed } from './Evidence';
import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';
import { Consistency } from './RecoveryPoint';

/**
 * A standing order for backups.
 *
 * @public
 */
export interface BackupSchedule {
  object: ObjectReference;
  method: BackupMethod;
  /** {@link BackupStore.id} that its backups go to; absent when that cannot be told. */
  storeId?: string;
  createdAt?: Instant;
  expression: Observed<string>;
  /** Who reads the expression: the same text means different times to different operators. */
  dialect: CronDialect;
  /** The zone beside the expression, where its dialect has one; UTC otherwise. */
  timeZone?: string;
  suspended: Observed<boolean>;
  /** Also takes a backup as soon as it is created. */
  immediate: boolean;
  /** See {@link RecoveryPoint.rollsForward}, of what it takes. */
  rollsForward?: boolean;
  /** See {@link RecoveryPoint.partial}, of what it takes. */
  partial?: Observed<string>;
  /** See {@link RecoveryPoint.onlyDatabase}, of what it takes. */
  onlyDatabase?: Observed<string>;
  /** See {@link RecoveryPoint.consistency}, of what it takes. */
  consistency?: Observed<Consistency>;
  /** Namespaces that it names and that do not exist, with commas between them. */
  absentNamespaces?: Observed<string>;
  /** Why it cannot be told whether it backs up this database, and to where. */
  uncertain?: Observed<string>;
  /** Why a run of it may end well without a backup. */
  unproven?: Observed<string>;
  lastScheduledAt?: Observed<Instant>;
  error?: Observed<string>;
}
