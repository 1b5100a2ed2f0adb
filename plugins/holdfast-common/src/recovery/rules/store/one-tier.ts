import { Database } from '../../../model';
import { isBesideVolumes } from '../../backups/isBesideVolumes';
import { Rule } from '../../Rule';

/**
 * Drivers whose snapshots are copied to other storage of the provider, in the same region: Amazon EBS ("snapshots are stored in Amazon S3"),
 * Compute Engine ("Standard snapshots", kept in Cloud Storage) and Azure ("Incremental snapshots", kept on Standard HDD apart from the disk).
 */
const copying = new Set([
  'disk.csi.azure.com',
  'ebs.csi.aws.com',
  'pd.csi.storage.gke.io',
]);

/**
 * Three copies, on two media, one of them off site (3-2-1): a snapshot in the storage of its volume is neither. What loses that storage, such as an
 * array that fails, a pool that is destroyed or an account that is closed, loses both, so that the objective for that disruption is missed.
 */
export const storeOneTier: Rule = {
  id: 'store/one-tier',
  title: 'All recovery points in the storage of the volumes',
  description:
    'The database can be restored from snapshots alone, which lie where its volumes are: what destroys that storage destroys both.',
  judges: 'arrangement',
  evaluate({ database, usable }) {
    const { points } = usable;
    if (points.length === 0 || !points.every(isBesideVolumes)) return undefined;
    const isCopied = areCopied(database);
    const count = points.length;
    return {
      rule: this.id,
      severity: 'warning',
      message: `${
        count === 1
          ? 'The only recovery point is a snapshot of its volumes.'
          : `All ${count} recovery points are snapshots of its volumes.`
      } ${
        isCopied
          ? 'The driver keeps them in other storage of the same region and account: they outlive the volumes, not the region or the account.'
          : 'They lie in the storage of these, and outlive a deletion within the database, not the loss of that storage.'
      }`,
      evidence: usable.evidence,
      ...(!isCopied && { ceiling: 'at-risk' }),
      remedy:
        'Let backups go to an object store as well, in another account or region: by the own means of the database, or by Velero with snapshotMoveData.',
    };
  },
};

function areCopied({ volumes }: Database): boolean {
  const data = volumes.filter(({ role }) => role !== 'other');
  return (
    data.length > 0 &&
    data.every(({ provisioner }) => copying.has(provisioner?.value ?? ''))
  );
}
