import { Custody, Volume } from '../../model';
import { aVolume, observed, reference } from './aDatabase';

/** An object that an Argo CD Application delivers, which prunes of its own accord. */
export function aCustody(overrides: Partial<Custody> = {}): Custody {
  return {
    owners: [],
    finalizers: [],
    delivery: {
      tool: 'argo-cd',
      by: observed('shop', '.metadata.annotations'),
      prunes: observed('deletes', '.spec.syncPolicy.automated.prune'),
    },
    ...overrides,
  };
}

/** The database of the fixtures, as what it owns names it. */
export const ownedByDatabase: Custody['owners'] = [
  {
    ...observed(reference.name, '.metadata.ownerReferences[0].name'),
    value: { kind: 'Cluster', name: reference.name, controller: true },
  },
];

/** A claim that the database owns, of a volume that goes with it. */
export function anOwnedVolume(
  ordinal: number,
  overrides: Partial<Volume> = {},
): Volume {
  return aVolume(ordinal, {
    reclaimPolicy: observed('Delete', '.spec.persistentVolumeReclaimPolicy'),
    custody: { owners: ownedByDatabase, finalizers: [] },
    ...overrides,
  });
}
