import { Rule } from '../Rule';
import { archivingDeprecatedMethod } from './archiving/deprecated-method';
import { archivingFailing } from './archiving/failing';
import { archivingNotConfigured } from './archiving/not-configured';
import { archivingNotReported } from './archiving/not-reported';
import { archivingSkipped } from './archiving/skipped';
import { archivingUnmeasured } from './archiving/unmeasured';
import { baseBackupAheadOfTime } from './base-backup/ahead-of-time';
import { baseBackupElsewhere } from './base-backup/elsewhere';
import { baseBackupGone } from './base-backup/gone';
import { lastBackupFailed } from './base-backup/last-failed';
import { baseBackupNeverTaken } from './base-backup/never-taken';
import { noBaseBackup } from './base-backup/none';
import { baseBackupOneDatabase } from './base-backup/one-database';
import { baseBackupOnlyOnFormerStore } from './base-backup/only-on-former-store';
import { baseBackupOfOtherIncarnation } from './base-backup/other-incarnation';
import { baseBackupPartial } from './base-backup/partial';
import { baseBackupUncertain } from './base-backup/uncertain';
import { baseBackupWithoutWal } from './base-backup/without-wal';
import { shardWithoutReplica } from './cluster/shard-without-replica';
import { besideArchive } from './coverage/beside-archive';
import { intendedOnly } from './coverage/intended-only';
import { selectorMisses } from './coverage/selector-misses';
import { tornCopies } from './coverage/torn';
import { volumeSkipped } from './coverage/volume-skipped';
import { backupsDieToo } from './deletion/backups-die-too';
import { leavesGitDies } from './deletion/leaves-git-dies';
import { objectDropsDatabase } from './deletion/object-drops-database';
import { recoveryRunsAgain } from './deletion/recovery-runs-again';
import { contactLost } from './facts/contact-lost';
import { factsMissing } from './facts/missing';
import { healthHeld } from './health/held';
import { healthState } from './health/state';
import { objectiveExempt } from './objective/exempt';
import { rpoMissed } from './objective/rpo-missed';
import { rtoMissed } from './objective/rto-missed';
import { objectiveUnjudged } from './objective/unjudged';
import { objectiveUnreadable } from './objective/unreadable';
import { persistenceEphemeral } from './persistence/ephemeral';
import { persistenceEvicts } from './persistence/evicts';
import { persistenceFlushLax } from './persistence/flush-lax';
import { persistenceLogOff } from './persistence/log-off';
import { persistenceNone } from './persistence/none';
import { persistenceSaveFailing } from './persistence/save-failing';
import { persistenceUnknown } from './persistence/unknown';
import { noReadyReplica } from './placement/no-ready-replica';
import { nodeLocalVolume } from './placement/node-local-volume';
import { oneNode } from './placement/one-node';
import { rollingUpdateOneWriter } from './placement/rolling-update-one-writer';
import { severalServers } from './placement/several-servers';
import { singleInstance } from './placement/single-instance';
import { zoneSpread } from './placement/zone-spread';
import { replicationLag } from './replication/lag';
import { replicationLagUnknown } from './replication/lag-unknown';
import { logicalNotApplied } from './replication/logical-not-applied';
import { replicationNotDurable } from './replication/not-durable';
import { drillCheckFailed } from './restore/drill-check-failed';
import { drillNotRunning } from './restore/drill-not-running';
import { restoreFailed } from './restore/failed';
import { neverRestored } from './restore/never';
import { restoreOverdue } from './restore/overdue';
import { reportUnreadable } from './restore/report-unreadable';
import { retentionBelowObjective } from './retention/below-objective';
import { retentionUndercutByBucket } from './retention/undercut-by-bucket';
import { windowShort } from './retention/window-short';
import { scheduleAbsentNamespace } from './schedule/absent-namespace';
import { scheduleFiveFieldCron } from './schedule/five-field-cron';
import { scheduleMethodMismatch } from './schedule/method-mismatch';
import { scheduleNeverRan } from './schedule/never-ran';
import { noSchedule } from './schedule/none';
import { scheduleOrphaned } from './schedule/orphaned';
import { backupOverdue } from './schedule/overdue';
import { scheduleRefused } from './schedule/refused';
import { scheduleSuccessUnproven } from './schedule/success-unproven';
import { scheduleSuspended } from './schedule/suspended';
import { scheduleUncertain } from './schedule/uncertain';
import { storeMaintenanceStale } from './store/maintenance-stale';
import { storeMissing } from './store/missing';
import { storeNoSignOfLife } from './store/no-sign-of-life';
import { storeOneTier } from './store/one-tier';
import { storeSameCluster } from './store/same-cluster';
import { storeSameRegion } from './store/same-region';
import { storeSharedPath } from './store/shared-path';
import { storeUnavailable } from './store/unavailable';
import { storeUnknown } from './store/unknown';
import { transitNotEncrypted } from './transit/not-encrypted';
import { volumeAccessMode } from './volume/access-mode';
import { volumeCannotExpand } from './volume/cannot-expand';
import { volumeCannotMount } from './volume/cannot-mount';
import { volumeEphemeral } from './volume/ephemeral';
import { volumeLost } from './volume/lost';
import { volumeModificationFailed } from './volume/modification-failed';
import { volumeNearlyFull } from './volume/nearly-full';
import { volumeNotBinding } from './volume/not-binding';
import { volumeNotEncrypted } from './volume/not-encrypted';
import { volumeReclaimPolicy } from './volume/reclaim-policy';
import { volumeUnused } from './volume/unused';

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
  baseBackupAheadOfTime,
  baseBackupElsewhere,
  baseBackupGone,
  lastBackupFailed,
  baseBackupNeverTaken,
  noBaseBackup,
  baseBackupOneDatabase,
  baseBackupOnlyOnFormerStore,
  baseBackupOfOtherIncarnation,
  baseBackupPartial,
  baseBackupUncertain,
  baseBackupWithoutWal,
  shardWithoutReplica,
  besideArchive,
  intendedOnly,
  selectorMisses,
  tornCopies,
  volumeSkipped,
  backupsDieToo,
  leavesGitDies,
  objectDropsDatabase,
  recoveryRunsAgain,
  contactLost,
  factsMissing,
  healthHeld,
  healthState,
  objectiveExempt,
  rpoMissed,
  rtoMissed,
  objectiveUnjudged,
  objectiveUnreadable,
  persistenceEphemeral,
  persistenceEvicts,
  persistenceFlushLax,
  persistenceLogOff,
  persistenceNone,
  persistenceSaveFailing,
  persistenceUnknown,
  noReadyReplica,
  nodeLocalVolume,
  oneNode,
  rollingUpdateOneWriter,
  severalServers,
  singleInstance,
  zoneSpread,
  replicationLag,
  replicationLagUnknown,
  logicalNotApplied,
  replicationNotDurable,
  drillCheckFailed,
  drillNotRunning,
  restoreFailed,
  neverRestored,
  restoreOverdue,
  reportUnreadable,
  retentionBelowObjective,
  retentionUndercutByBucket,
  windowShort,
  scheduleAbsentNamespace,
  scheduleFiveFieldCron,
  scheduleMethodMismatch,
  scheduleNeverRan,
  noSchedule,
  scheduleOrphaned,
  backupOverdue,
  scheduleRefused,
  scheduleSuccessUnproven,
  scheduleSuspended,
  scheduleUncertain,
  storeMaintenanceStale,
  storeMissing,
  storeNoSignOfLife,
  storeOneTier,
  storeSameCluster,
  storeSameRegion,
  storeSharedPath,
  storeUnavailable,
  storeUnknown,
  transitNotEncrypted,
  volumeAccessMode,
  volumeCannotExpand,
  volumeCannotMount,
  volumeEphemeral,
  volumeLost,
  volumeModificationFailed,
  volumeNearlyFull,
  volumeNotBinding,
  volumeNotEncrypted,
  volumeReclaimPolicy,
  volumeUnused,
];
