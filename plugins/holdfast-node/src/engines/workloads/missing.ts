import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { WatchedResource } from '../../engine';
import {
  nodes,
  persistentVolumeClaims,
  persistentVolumes,
  pods,
  storageClasses,
} from '../volumes/resources';
import { deployments, statefulSets } from './resources';
import { WorkloadFacts } from './WorkloadFacts';

/**
 * What could not be read of this workload. What may back it up, whoever looks for that tells.
 */
export function describeMissing(facts: WorkloadFacts): MissingFacts[] {
  const { kind } = facts.input.root;
  const own = [statefulSets, deployments].filter(
    resource => `${resource.kind}.${resource.group}` === kind,
  );
  const areas: Array<[WatchedResource, MissingFacts['area']]> = [
    ...own.map((resource): [WatchedResource, 'database'] => [
      resource,
      'database',
    ]),
    [persistentVolumeClaims, 'volumes'],
    [persistentVolumes, 'volumes'],
    [storageClasses, 'volumes'],
    [pods, 'instances'],
    [nodes, 'instances'],
  ];
  return areas.flatMap(([resource, area]) => {
    const unread = facts.unread(resource);
    return unread && (unread.reason !== 'absent' || area === 'database')
      ? { area, ...unread }
      : [];
  });
}
