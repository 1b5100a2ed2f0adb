export { cloudNativePgEngine } from './cloudNativePgEngine';
export { declareDatabase } from './declareDatabase';
