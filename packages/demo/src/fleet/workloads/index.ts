import { DescribedWorkload } from '../../workloads/createWorkload';
import { mysql } from './mysql';
import { redis } from './redis';

export { drills } from './drills';
export { veleros } from './velero';

/**
 * The databases of the fleet that are not CloudNativePG's.
 *
 * @public
 */
export const workloads: readonly DescribedWorkload[] = [...redis, ...mysql];
