import { KubernetesObject } from '../kubernetes';

/**
 * The objects that say what a database shall be, where an operator writes no more than the status. Who writes the rest is what distinguishes a
 * described database from an applied one.
 */
export interface DeclaredObjects {
  writeCluster(): KubernetesObject;
  writeObjectStore(): void;
  writePoolers(): void;
  writeLogicalDatabases(): void;
  writeRoles(): void;
  /** @returns the ScheduledBackups of the database */
  writeSchedules(): KubernetesObject[];
}
