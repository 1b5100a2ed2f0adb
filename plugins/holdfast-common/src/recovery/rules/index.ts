import { Rule } from '../Rule';
import { archivingDeprecatedMethod } from './archiving/deprecated-method';
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
import { healthState } from './health/state';
import { objectiveExempt } from './objective/exempt';
import { objectiveRegionUnknown } from './objective/region-unknown';
import { rpoMissed } from './objective/rpo-missed';
import { rtoMissed } from './objective/rto-missed';
import { objectiveUnreadable } from './objective/unreadable';
import { noReadyReplica } from './placement/no-ready-replica';
import { nodeLocalVolume } from './placement/node-local-volume';
import { oneNode } from './placement/one-node';
import { singleInstance } from './placement/single-instance';
import { replicationLag } from './replication/lag';
import { replicationLagUnknown } from './replication/lag-unknown';
import { replicationNotDurable } from './replication/not-durable';
import { restoreFailed } from './restore/failed';
import { neverRestored } from './restore/never';
import { restoreOverdue } from './restore/overdue';
import { retentionBelowObjective } from './retention/below-objective';
import { retentionUndercutByBucket } from './retention/undercut-by-bucket';
import { storeMissing } from './store/missing';
import { storeSharedPath } from './store/shared-path';
import { storeUnknown } from './store/unknown';
import { volumeNearlyFull } from './volume/nearly-full';

/**
 * The rules that every database is judged by, in the order of their ids.
 *
 * @public
 */
export const builtInRules: readonly Rule[] = [
  archivingDeprecatedMethod,
  archivingFailing,
  archivingNotConfigured,
  archivingNotReported,
  archivingSkipped,
  archivingUnmeasured,
  baseBackupElsewhere,
  baseBackupGone,
  lastBackupFailed,
  noBaseBackup,
  baseBackupOnlyOnFormerStore,
  baseBackupOfOtherIncarnation,
  baseBackupUncertain,
  baseBackupWithoutWal,
  contactLost,
  factsMissing,
  healthState,
  objectiveExempt,
  objectiveRegionUnknown,
  rpoMissed,
  rtoMissed,
  objectiveUnreadable,
  noReadyReplica,
  nodeLocalVolume,
  oneNode,
  singleInstance,
  replicationLag,
  replicationLagUnknown,
  replicationNotDurable,
  restoreFailed,
  neverRestored,
  restoreOverdue,
  retentionBelowObjective,
  retentionUndercutByBucket,
  storeMissing,
  storeSharedPath,
  storeUnknown,
  volumeNearlyFull,
];
