import { Volume } from '@holdfast/plugin-holdfast-common';
import { stringAt } from '../../engine';
import { persistentVolumeClaims } from '../volumes/resources';
import { ClusterFacts } from './ClusterFacts';

const roles: ReadonlyMap<string | undefined, Volume['role']> = new Map([
  ['PG_DATA', 'data'],
  ['PG_WAL', 'wal'],
  ['PG_TABLESPACE', 'tablespace'],
]);

/**
 * The volumes of all instances, each with what the operator keeps on it.
 */
export function describeVolumes(facts: ClusterFacts): Volume[] {
  return facts.related(persistentVolumeClaims).flatMap(claim => {
    const volume = facts.input.volumes.get(claim.key);
    const label = (name: string) =>
      stringAt(claim.data, 'claims', 'cloudnative-pg', name);
    return volume
      ? {
          ...volume,
          instance: label('instance'),
          role: roles.get(label('role')) ?? 'other',
        }
      : [];
  });
}
