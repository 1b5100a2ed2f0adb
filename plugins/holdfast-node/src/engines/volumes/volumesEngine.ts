import { Engine } from '../../engine';
import { describeVolume } from './describeVolume';
import { metrics } from './metrics';
import { project } from './project';
import {
  namespaces,
  nodes,
  persistentVolumeClaims,
  persistentVolumes,
  pods,
  storageClasses,
  volumeAttributesClasses,
  volumeSnapshotClasses,
  volumeSnapshotContents,
  volumeSnapshots,
} from './resources';
import { snapshotProtection } from './snapshotProtection';

/**
 * Reads what every database stands on: claims, volumes and their classes, snapshots and theirs, the pods and nodes that use them, and the
 * namespaces that say whose they are.
 *
 * @public
 */
export const volumesEngine: Engine = {
  id: 'volumes',
  projectionVersion: 3,
  resources: [
    namespaces,
    nodes,
    persistentVolumeClaims,
    persistentVolumes,
    pods,
    storageClasses,
    volumeAttributesClasses,
    volumeSnapshots,
    volumeSnapshotContents,
    volumeSnapshotClasses,
  ],
  metrics,
  databaseKinds: [],
  project,
  describeVolume,
  protector: snapshotProtection,
};
