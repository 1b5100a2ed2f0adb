import { BackupStore } from '../../model';
import { leavesBytesBesideVolumes } from './isBesideVolumes';

/**
 * Whether a store is lost with the Kubernetes cluster of its database.
 */
export function isInCluster({ method, inCluster }: BackupStore): boolean {
  return inCluster?.value === true || leavesBytesBesideVolumes(method);
}
