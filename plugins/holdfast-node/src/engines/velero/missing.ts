import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { WatchedResource } from '../../engine';
import {
  backups,
  dataUploads,
  locations,
  podVolumeBackups,
  schedules,
} from './resources';
import { VeleroFacts } from './VeleroFacts';

/**
 * What of Velero could not be read, for a database that has no backups of its own kind. Where nothing of Velero is known, it may be what
 * backs the database up; where something is, what else there is may be missing. One that its operator backs up misses nothing.
 */
export function describeMissing(
  facts: VeleroFacts,
  options: { reliesOnOthers: boolean; isTaken: boolean },
): MissingFacts[] {
  const { reliesOnOthers, isTaken } = options;
  if (!reliesOnOthers) return [];
  const areas: Array<[WatchedResource, MissingFacts['area'], boolean]> = [
    [backups, isTaken ? 'backups' : 'protection', true],
    [schedules, isTaken ? 'schedules' : 'protection', true],
    [locations, 'stores', isTaken],
    [dataUploads, 'backups', isTaken],
    [podVolumeBackups, 'backups', isTaken],
  ];
  return areas.flatMap(([resource, area, isUsed]) => {
    const unread = facts.unread(resource);
    return unread && isUsed ? { area, ...unread } : [];
  });
}
