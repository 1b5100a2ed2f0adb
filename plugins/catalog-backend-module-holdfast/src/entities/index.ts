export { backupEntity } from './backupEntity';
export { backupStorageEntity } from './backupStorageEntity';
export { databaseEntity } from './databaseEntity';
