import { Engine } from '../../engine';
import { claim } from './claim';
import { project } from './project';
import { protector } from './protector';
import {
  backups,
  dataDownloads,
  dataUploads,
  locations,
  podVolumeBackups,
  podVolumeRestores,
  repositories,
  restores,
  schedules,
} from './resources';

/**
 * Reads what Velero backs up and restores: namespaces with the volumes in them. It has no databases of its own and tells of those of all
 * other engines which of its backups hold the bytes of their volumes.
 *
 * @public
 */
export const veleroEngine: Engine = {
  id: 'velero',
  projectionVersion: 1,
  resources: [
    schedules,
    backups,
    restores,
    locations,
    repositories,
    podVolumeBackups,
    podVolumeRestores,
    dataUploads,
    dataDownloads,
  ],
  project,
  claim,
  databaseKinds: [],
  protector,
};
