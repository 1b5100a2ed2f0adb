export type {
  ArchivingProgress,
  ArchivingState,
} from './backups/archivingProgress';
export type { DiskContent } from './backups/diskContent';
export * from './assess';
export * from './Assessment';
export * from './Assumptions';
export * from './attainment';
export { blastRadius } from './deletion/blastRadius';
export type {
  BlastRadius,
  ByteFate,
  BytesAtStake,
  DeletionEvent,
  FateStep,
} from './deletion/ByteFate';
export * from './Clock';
export * from './copies';
export * from './restores/distinctRestores';
export * from './rto/estimateRestore';
export * from './Finding';
export { hasFailed } from './restores/lastEndedRestore';
export * from './Rule';
export * from './ruleDescriptions';
export { medianOf } from './rto/rtoCalibration';
export * from './rules';
export * from './ruleTitles';
export * from './score';
export { fateTiesOf } from './sharedFate';
export type { FateKind, FateTie, SharedFate } from './sharedFate';
export { usableBackups } from './backups/usableBackups';
export type {
  UnusablePoint,
  UnusableReason,
  UsableBackups,
} from './backups/usableBackups';
export type {
  StandingOrder,
  StandingOrders,
  StandingOrderState,
} from './backups/standingOrders';
export type { Survivors } from './survivors/survivorsOf';
export * from './Verdict';
export * from './waivers';
