import {
  Custody,
  Observed,
  parseBytes,
  Volume,
} from '@holdfast/plugin-holdfast-common';
import { persistentVolumeClaims } from '../volumes/resources';
import { MariaDbFacts } from './MariaDbFacts';
import { storageClaimPrefix } from './names';

/**
 * The volumes of all instances. Galera keeps its configuration on another one.
 */
export function describeVolumes(facts: MariaDbFacts): Volume[] {
  const { input } = facts;
  return facts.about(persistentVolumeClaims).flatMap(claim => {
    const volume = input.volumes.get(claim.key);
    if (!volume) return [];
    const isData = claim.name.startsWith(storageClaimPrefix);
    return {
      ...volume,
      ...(isData && { instance: claim.name.slice(storageClaimPrefix.length) }),
      role: isData ? ('data' as const) : ('other' as const),
    };
  });
}

/** What each instance is asked to hold. */
export function requestedStorage({
  mariadb,
}: MariaDbFacts): Observed<number> | undefined {
  const path = ['spec', 'storage'];
  return (
    mariadb.parse(parseBytes, ...path, 'size') ??
    mariadb.parse(
      parseBytes,
      ...path,
      'volumeClaimTemplate',
      'resources',
      'requests',
      'storage',
    )
  );
}

/**
 * `pvcRetentionPolicy` is that of the StatefulSet that the operator makes, whose claims are "retained until manually deleted" by default (its
 * description in the CRD of 26.x; https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention).
 */
export function claimsWhenDeleted({
  mariadb,
}: MariaDbFacts): Custody['claims'] {
  const path = ['spec', 'storage', 'pvcRetentionPolicy', 'whenDeleted'];
  const policy = mariadb.string(...path);
  return mariadb.derive(
    policy?.value === 'Delete' ? 'deletes' : 'keeps',
    path,
    policy?.value,
  );
}
