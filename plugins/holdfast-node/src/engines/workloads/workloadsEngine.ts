import { Engine, qualifiedKind } from '../../engine';
import { assemble } from './assemble';
import { claim } from './claim';
import { dumpProtector } from './dumps/dumpProtector';
import { project } from './project';
import { engineNameOf } from './Server';
import {
  cronJobs,
  deployments,
  jobs,
  services,
  statefulSets,
} from './resources';

/**
 * Reads StatefulSets and Deployments that run a database server without an operator, and the CronJobs and Jobs that dump databases of whatever kind.
 *
 * @public
 */
export const workloadsEngine: Engine = {
  id: 'workloads',
  projectionVersion: 2,
  resources: [statefulSets, deployments, cronJobs, jobs, services],
  project,
  claim,
  databaseKinds: [qualifiedKind(statefulSets), qualifiedKind(deployments)],
  assemble,
  engineNameOf,
  reliesOnOthers: true,
  protector: dumpProtector,
};
