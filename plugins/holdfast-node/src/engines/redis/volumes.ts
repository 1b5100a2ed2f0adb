import { Volume } from '@holdfast/plugin-holdfast-common';
import { persistentVolumeClaims } from '../volumes/resources';
import { RedisFacts } from './RedisFacts';

/**
 * The volumes of all instances. A StatefulSet names a claim after its template and its pod.
 */
export function describeVolumes(
  facts: RedisFacts,
  options: {
    instances: readonly { name: string }[];
    /** Whether a claim is for something else than data, by its name. */
    isOther?: (claim: string) => boolean;
  },
): Volume[] {
  const { instances, isOther = () => false } = options;
  return facts.about(persistentVolumeClaims).flatMap(claim => {
    const volume = facts.input.volumes.get(claim.key);
    if (!volume) return [];
    const instance = instances.find(({ name }) =>
      claim.name.endsWith(`-${name}`),
    )?.name;
    return {
      ...volume,
      ...(instance !== undefined && { instance }),
      role: isOther(claim.name) ? ('other' as const) : ('data' as const),
    };
  });
}
