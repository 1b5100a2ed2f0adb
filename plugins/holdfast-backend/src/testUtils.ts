/**
 * Parts of the backend for the tests and benchmarks of this repository. They may change without notice.
 *
 * @packageDocumentation
 */
export { type ClusterEntry } from './clusters/ClusterEntry';
export {
  type KubernetesConnection,
  type KubernetesRequestOptions,
  type KubernetesResponse,
} from './clusters/KubernetesConnection';
export { readClusters } from './clusters/readClusters';
export {
  migrateDatabase,
  migrationsDirectory,
} from './database/migrateDatabase';
export {
  type ClusterState,
  type ResourceState,
} from './inventory/ClusterState';
export { DatabaseInventory } from './inventory/DatabaseInventory';
export { LeaseKeeper } from './sync/leases/LeaseKeeper';
export { SyncService } from './sync/SyncService';
