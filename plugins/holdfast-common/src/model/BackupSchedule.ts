import { CronDialect } from '../quantity/cron';
import { BackupMethod } from './BackupStore';
import { Observed } from './Evidence';
import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';

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
  suspended: Observed<boolean>;
  /** Also takes a backup as soon as it is created. */
  immediate: boolean;
  lastScheduledAt?: Observed<Instant>;
  nextScheduledAt?: Observed<Instant>;
  error?: Observed<string>;
}
