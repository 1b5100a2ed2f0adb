export type { Account } from './Accounts';
export type { StartUp } from './ApiServer';
export type { Change } from './ChangeLog';
export { Faults, type Fault, type FaultKind } from './Faults';
export type {
  KubernetesObject,
  ObjectKey,
  ObjectMetadata,
} from './KubernetesObject';
export { ObjectStore, type ObjectStoreOptions } from './ObjectStore';
export { apiVersionOf, resourceName, type ResourceType } from './ResourceType';
export { resourceTypes } from './resourceTypes';
export {
  SimulatedCluster,
  type SimulatedClusterOptions,
} from './SimulatedCluster';
export type { StoredObject } from './StoredObject';
