import { isBesideVolumes } from '../../backups/isBesideVolumes';
import { Rule } from '../../Rule';

/**
 * Kubernetes, "Persistent Volumes", "Reclaiming": with Delete, which is what classes say unless told otherwise, the disk is deleted with the claim;
 * with Retain it stays until somebody deletes it.
 */
export const volumeReclaimPolicy: Rule = {
  id: 'volume/reclaim-policy',
  title: 'Bytes go with the claim',
  description:
    'Deleting a claim of the database deletes its disk. Where no backup lies elsewhere, a wrong command is then the end of the data.',
  judges: 'facts',
  evaluate({ database, usable }) {
    const data = database.volumes.filter(({ role }) => role === 'data');
    const doomed = data.filter(
      ({ reclaimPolicy }) => reclaimPolicy?.value === 'Delete',
    );
    // Each instance has a copy of its own: one that stays is enough.
    if (doomed.length === 0 || doomed.length < data.length) return undefined;
    const isElsewhere = usable.points.some(point => !isBesideVolumes(point));
    const [first] = doomed;
    return {
      rule: this.id,
      severity: isElsewhere ? 'info' : 'warning',
      message: `${
        doomed.length === 1
          ? `Deleting the claim ${first.claim.name} deletes`
          : `Deleting its ${doomed.length} claims deletes`
      } the bytes, too (reclaim policy Delete). ${
        isElsewhere
          ? 'They would have to be restored from a backup.'
          : 'No recovery point is known to lie outside the storage of the volumes.'
      }`,
      evidence: doomed.flatMap(
        ({ reclaimPolicy }) => reclaimPolicy?.evidence ?? [],
      ),
      remedy:
        'Keep the disks: kubectl patch pv <volume> -p \'{"spec": {"persistentVolumeReclaimPolicy": "Retain"}}\', and a class with reclaimPolicy: Retain for new ones. Retained disks cost until they are deleted by hand.',
    };
  },
};
