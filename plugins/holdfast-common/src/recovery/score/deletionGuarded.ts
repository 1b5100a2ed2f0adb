import { Volume } from '../../model';
import { ScoreControl } from './Score';

/** Rules that find the data, or what it would be restored from, gone with an object. */
const deadly: ReadonlySet<string> = new Set([
  'deletion/backups-die-too',
  'deletion/leaves-git-dies',
]);

/** Backup Audit Manager's control "manual deletion of recovery points is prevented", asked of the volumes themselves. */
export const deletionGuarded: ScoreControl = {
  id: 'backups/deletion-guarded',
  title: 'The data outlives the deletion of its objects',
  possible: 6,
  grade({ database, findings }) {
    const dies = findings.filter(({ rule }) => deadly.has(rule));
    if (dies.length) {
      const [{ message, remedy }] = dies;
      const rules = [...new Set(dies.map(({ rule }) => rule))];
      return {
        state: 'not-met',
        message,
        earn: remedy ?? 'Keep the bytes when objects are deleted.',
        rules,
      };
    }
    const volumes = database.volumes.filter(({ role }) => role !== 'other');
    const deleted = volumes.filter(
      ({ reclaimPolicy }) => reclaimPolicy && reclaimPolicy.value !== 'Retain',
    );
    if (deleted.length) {
      return {
        state: 'not-met',
        message: `The bytes of ${namesOf(
          deleted,
        )} go with the claim (reclaim policy ${
          deleted[0].reclaimPolicy?.value
        }).`,
        earn: 'Set `persistentVolumeReclaimPolicy: Retain` on the volumes, and in their storage class for new ones.',
        rules: ['volume/reclaim-policy'],
      };
    }
    if (
      !volumes.length ||
      volumes.some(({ reclaimPolicy }) => !reclaimPolicy)
    ) {
      return {
        state: 'unknown',
        message:
          'What becomes of the bytes when a claim is deleted is not told.',
        earn: 'Let Holdfast read the persistent volumes.',
      };
    }
    return {
      state: 'met',
      message: 'Its volumes are kept when their claims are deleted.',
    };
  },
};

function namesOf(volumes: readonly Volume[]): string {
  const names = volumes.map(({ claim }) => claim.name);
  return names.length > 3
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
    : names.join(', ');
}
