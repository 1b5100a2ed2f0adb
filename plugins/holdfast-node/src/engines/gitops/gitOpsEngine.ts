import { Engine } from '../../engine';
import { project } from './project';
import { applications, kustomizations } from './resources';

/**
 * Reads what Argo CD and Flux do with objects that leave Git, so that it can be told what becomes of a database that does.
 *
 * @public
 */
export const gitOpsEngine: Engine = {
  id: 'gitops',
  projectionVersion: 1,
  resources: [applications, kustomizations],
  databaseKinds: [],
  project,
};
