export * from './HoldingSection';
export * from './PersistenceLine';
export * from './coverageLook';
export type { CoveredVolume } from './decisiveCoverage';
export * from './useCoverageState';
