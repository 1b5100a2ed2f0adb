/**
 * Parts of the backend for the tests and benchmarks of this repository. They may change without notice.
 *
 * @packageDocumentation
 */
export * from './clusters/ClusterEntry';
export * from './clusters/KubernetesConnection';
export { readClusters } from './clusters/readClusters';
export {
  migrateDatabase,
  migrationsDirectory,
} from './database/migrateDatabase';
export { insertRows } from './database/operations/bulk/insertRows';
export * from './inventory/ClusterState';
export { DatabaseInventory } from './inventory/DatabaseInventory';
export * from './inventory/Inventory';
export * from './sync/leases/Lease';
export * from './sync/leases/LeaseKeeper';
export { SyncService, type SyncServiceOptions } from './sync/SyncService';
