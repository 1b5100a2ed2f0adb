import { Engine, qualifiedKind } from '../../engine';
import { assemble } from './assemble';
import { claim } from './claim';
import { metrics } from './metrics';
import { project } from './project';
import {
  backups,
  clusters,
  objectStores,
  poolers,
  scheduledBackups,
} from './resources';

/**
 * Reads PostgreSQL as CloudNativePG runs it, with base backups and WAL by the Barman Cloud plugin, in-tree Barman or volume snapshots.
 *
 * @public
 */
export const cloudNativePgEngine: Engine = {
  id: 'cloudnative-pg',
  projectionVersion: 2,
  resources: [clusters, backups, scheduledBackups, poolers, objectStores],
  metrics,
  project,
  claim,
  databaseKinds: [qualifiedKind(clusters)],
  engineName: 'postgresql',
  assemble,
};
