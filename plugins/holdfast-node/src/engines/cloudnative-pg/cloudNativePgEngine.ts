import { Engine, qualifiedKind } from '../../engine';
import { assemble } from './assemble';
import { claim } from './claim';
import { metrics } from './metrics';
import { project } from './project';
import {
  backups,
  clusters,
  databaseRoles,
  logicalDatabases,
  objectStores,
  poolers,
  publications,
  scheduledBackups,
  subscriptions,
} from './resources';

/**
 * Reads PostgreSQL as CloudNativePG runs it, with base backups and WAL by the Barman Cloud plugin, in-tree Barman or volume snapshots.
 *
 * @public
 */
export const cloudNativePgEngine: Engine = {
  id: 'cloudnative-pg',
  projectionVersion: 5,
  resources: [
    clusters,
    backups,
    scheduledBackups,
    poolers,
    logicalDatabases,
    publications,
    subscriptions,
    databaseRoles,
    objectStores,
  ],
  metrics,
  project,
  claim,
  databaseKinds: [qualifiedKind(clusters)],
  engineName: 'postgresql',
  assemble,
};
