export * from './RestoreReport';
export * from './ReportContext';
export * from './readReport';
export * from './readHoldfastReport';
export * from './readCnpgDrillReport';
export * from './readRestoreDrillReport';
export { restoreOf } from './restoreOf';
