export * from './money';
export type {
  Assumption,
  AssumptionName,
  StatedAssumptions,
} from './estimate/assumptions';
export * from './estimate/CostEstimate';
export * from './estimate/DatabaseArrangement';
export * from './estimate/estimateMonthlyCost';
export { loadPriceBook } from './price-book/loadPriceBook';
export { PriceBook } from './price-book/PriceBook';
export type { PriceProblem } from './price-book/PriceProblem';
export type {
  PriceReference,
  ProductKind,
  TermName,
} from './price-book/PriceRow';
export type { Meter, PriceUnit } from './price-book/PriceUnit';
export type * from './price-book/StatedPriceBook';
export {
  type CostComponent,
  type CostLine,
  type Pricing,
  type PricingContext,
  type PriceSource,
  totalOf,
  type Unpriced,
} from './pricing/CostLine';
export {
  type BackupStoreUse,
  priceBackupStore,
  type StoreTier,
} from './pricing/priceBackupStore';
export { type BilledCompute, priceCompute } from './pricing/priceCompute';
export { priceSnapshots, type VolumeSnapshots } from './pricing/priceSnapshots';
export { priceVolumes, type BilledVolumes } from './pricing/priceVolumes';
export type { BackupPlan } from './pricing/storedBackups';
export type { VolumeClass } from './volume-class/VolumeClass';
