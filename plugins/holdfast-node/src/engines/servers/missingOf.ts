import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { GatheredFacts, WatchedResource } from '../../engine';
import {
  nodes,
  persistentVolumeClaims,
  persistentVolumes,
  pods,
  storageClasses,
} from '../volumes/resources';

/** A kind, and what is not known of a database where it could not be read. */
export type ReadArea = readonly [WatchedResource, MissingFacts['area']];

/** What every server runs on. */
export const serverAreas: readonly ReadArea[] = [
  [persistentVolumeClaims, 'volumes'],
  [persistentVolumes, 'volumes'],
  [storageClasses, 'volumes'],
  [pods, 'instances'],
  [nodes, 'instances'],
];

/**
 * What could not be read of a database. Of a kind that the API server does not know there are no objects, so that nothing is missing: but for the
 * database's own, which is there.
 */
export function missingOf(
  facts: GatheredFacts,
  areas: readonly ReadArea[],
): MissingFacts[] {
  return areas.flatMap(([resource, area]) => {
    const unread = facts.unread(resource);
    return unread && (unread.reason !== 'absent' || area === 'database')
      ? { area, ...unread }
      : [];
  });
}
