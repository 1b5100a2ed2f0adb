export type { Change } from './ChangeLog';
export type {
  KubernetesObject,
  ObjectKey,
  ObjectMetadata,
} from './KubernetesObject';
export { ObjectStore, type ObjectStoreOptions } from './ObjectStore';
export type { ResourceType } from './ResourceType';
export { resourceTypes } from './resourceTypes';
export type { StoredObject } from './StoredObject';
