import { Engine, qualifiedKind } from '../../engine';
import { assemble } from './assemble';
import { claim } from './claim';
import { project } from './project';
import {
  backups,
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
  projectionVersion: 4,
  resources: [
    mariadbs,
    backups,
    physicalBackups,
    pointInTimeRecoveries,
    restores,
  ],
  project,
  claim,
  databaseKinds: [qualifiedKind(mariadbs)],
  engineName: 'mariadb',
  assemble,
};
