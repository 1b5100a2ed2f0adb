export { cloudNativePgEngine } from './cloudNativePgEngine';
