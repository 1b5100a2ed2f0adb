import { Engine } from '../../engine';
import { claim } from './claim';
import { engineId } from './names';
import { project } from './project';
import { protector } from './protector';
import { configMaps } from './resources';

/**
 * Reads what tells of restores without being an operator's object: ConfigMaps and termination messages with reports, and the CronJobs of drills. Only
 * what lies in the namespace of a database counts for it: whoever may write there is trusted with the database as it is.
 *
 * @public
 */
export const drillReportsEngine: Engine = {
  id: engineId,
  projectionVersion: 1,
  resources: [configMaps],
  databaseKinds: [],
  project,
  claim,
  protector,
};
