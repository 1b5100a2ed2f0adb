export * from './MeasuredRto';
export * from './ProofSection';
export * from './RestoreWords';
