export type { ArchivingProgress, ArchivingState } from './archivingProgress';
export * from './assess';
export * from './Assessment';
export * from './Assumptions';
export * from './attainment';
export { blastRadius } from './blastRadius';
export type {
  BlastRadius,
  ByteFate,
  BytesAtStake,
  DeletionEvent,
  FateStep,
} from './blastRadius';
export * from './Clock';
export * from './copies';
export * from './distinctRestores';
export * from './estimateRestore';
export * from './Finding';
export { hasFailed } from './lastEndedRestore';
export * from './Rule';
export * from './ruleDescriptions';
export { medianOf } from './rtoCalibration';
export * from './rules';
export * from './ruleTitles';
export * from './score';
export { fateTiesOf, sharedFates } from './sharedFate';
export type { FateKind, FateTie, SharedFate } from './sharedFate';
export { usableBackups } from './usableBackups';
export type {
  UnusablePoint,
  UnusableReason,
  UsableBackups,
} from './usableBackups';
export type {
  StandingOrder,
  StandingOrders,
  StandingOrderState,
} from './standingOrders';
export type { Survivors } from './survivors';
export * from './Verdict';
export * from './waivers';
