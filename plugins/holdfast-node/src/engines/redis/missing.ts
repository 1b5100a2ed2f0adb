import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { WatchedResource } from '../../engine';
import {
  nodes,
  persistentVolumeClaims,
  persistentVolumes,
  pods,
  storageClasses,
} from '../volumes/resources';
import { RedisFacts } from './RedisFacts';

/**
 * What could not be read of a database. What backs up its volumes is told by those who read that.
 */
export function describeMissing(
  facts: RedisFacts,
  own: WatchedResource,
): MissingFacts[] {
  const areas: Array<[WatchedResource, MissingFacts['area']]> = [
    [own, 'database'],
    [persistentVolumeClaims, 'volumes'],
    [persistentVolumes, 'volumes'],
    [storageClasses, 'volumes'],
    [pods, 'instances'],
    [nodes, 'instances'],
  ];
  return areas.flatMap(([resource, area]) => {
    const unread = facts.unread(resource);
    const isMissing =
      unread && (unread.reason !== 'absent' || area === 'database');
    return isMissing ? { area, ...unread } : [];
  });
}
