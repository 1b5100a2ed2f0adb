import { Engine, qualifiedKind } from '../../engine';
import { assemble } from './assemble';
import { claim } from './claim';
import { project } from './project';
import {
  backups,
  cronJobs,
  jobs,
  mariadbs,
  physicalBackups,
  pointInTimeRecoveries,
  restores,
} from './resources';

/**
 * Reads MariaDB as mariadb-operator runs it, with physical and logical backups, volume snapshots and the binary log in an object store.
 *
 * @public
 */
export const mariadbOperatorEngine: Engine = {
  id: 'mariadb-operator',
  projectionVersion: 2,
  resources: [
    mariadbs,
    backups,
    physicalBackups,
    pointInTimeRecoveries,
    restores,
    cronJobs,
    jobs,
  ],
  project,
  claim,
  databaseKinds: [qualifiedKind(mariadbs)],
  engineName: 'mariadb',
  assemble,
};
