import { Rule } from '../Rule';
import { archivingFailing } from './archiving/failing';
import { archivingNotConfigured } from './archiving/not-configured';
import { archivingNotReported } from './archiving/not-reported';
import { archivingSkipped } from './archiving/skipped';
import { archivingUnmeasured } from './archiving/unmeasured';
import { baseBackupElsewhere } from './base-backup/elsewhere';
import { baseBackupGone } from './base-backup/gone';
import { lastBackupFailed } from './base-backup/last-failed';
import { noBaseBackup } from './base-backup/none';
import { baseBackupOnlyOnFormerStore } from './base-backup/only-on-former-store';
import { baseBackupOfOtherIncarnation } from './base-backup/other-incarnation';
import { baseBackupUncertain } from './base-backup/uncertain';
import { baseBackupWithoutWal } from './base-backup/without-wal';
import { contactLost } from './facts/contact-lost';
import { factsMissing } from './facts/missing';
import { objectiveExempt } from './objective/exempt';
import { rpoMissed } from './objective/rpo-missed';
import { rtoMissed } from './objective/rto-missed';
import { objectiveUnreadable } from './objective/unreadable';
import { restoreFailed } from './restore/failed';
import { neverRestored } from './restore/never';
import { restoreOverdue } from './restore/overdue';

/**
 * The rules that every database is judged by.
 *
 * @public
 */
export const builtInRules: readonly Rule[] = [
  archivingFailing,
  archivingNotConfigured,
  archivingNotReported,
  archivingSkipped,
  archivingUnmeasured,
  baseBackupElsewhere,
  baseBackupGone,
  baseBackupOfOtherIncarnation,
  baseBackupOnlyOnFormerStore,
  baseBackupUncertain,
  baseBackupWithoutWal,
  contactLost,
  factsMissing,
  lastBackupFailed,
  neverRestored,
  noBaseBackup,
  objectiveExempt,
  objectiveUnreadable,
  restoreFailed,
  restoreOverdue,
  rpoMissed,
  rtoMissed,
];
