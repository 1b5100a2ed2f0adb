import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { valueAt, WatchedResource } from '../../engine';
import { ReadArea, serverAreas } from '../servers/missingOf';
import { volumeSnapshots } from '../volumes/resources';
import { writtenArchives } from './archives';
import { ClusterFacts } from './ClusterFacts';
import { backups, clusters, objectStores, scheduledBackups } from './resources';

const areas: readonly ReadArea[] = [
  [clusters, 'database'],
  [backups, 'backups'],
  [scheduledBackups, 'schedules'],
  [objectStores, 'stores'],
  ...serverAreas,
  [volumeSnapshots, 'snapshots'],
];

/**
 * What could not be read of this Cluster. A kind that the API server does not know, and that the Cluster does not use, is not missing.
 */
export function describeMissing(facts: ClusterFacts): MissingFacts[] {
  const { data, name } = facts.input.root;
  const isUsed = (resource: WatchedResource): boolean => {
    if (resource === objectStores) {
      return writtenArchives(data, name).some(
        ({ method }) => method === 'barman-cloud-plugin',
      );
    }
    return (
      resource !== volumeSnapshots ||
      valueAt(data, 'spec', 'backup', 'volumeSnapshot') !== undefined
    );
  };
  return areas.flatMap(([resource, area]) => {
    const unread = facts.unread(resource);
    return unread && isUsed(resource) ? { area, ...unread } : [];
  });
}
