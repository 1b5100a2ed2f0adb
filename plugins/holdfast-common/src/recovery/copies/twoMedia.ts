import { describeStore } from '../describe';
import { backupCopiesOf, isInPlace, mayHaveMoreBackups } from './backupCopies';
import { CopyQuestion } from './CopyCheck';

/** A snapshot in the storage of the volumes, or a bucket that is served from the cluster's own volumes, is lost with that storage. */
export const twoMedia: CopyQuestion = {
  id: 'two-media',
  ask(context) {
    const backups = backupCopiesOf(context);
    const apart = backups.filter(
      backup => !isInPlace(backup) && backup.store.inCluster?.value !== true,
    );
    if (apart.length) {
      const [{ store, evidence }] = apart;
      return {
        state: 'met',
        message: `Beside the volumes, ${describeStore(
          store,
        )} holds recovery points.`,
        evidence: [
          ...evidence,
          ...(store.location ? [store.location.evidence] : []),
        ],
      };
    }
    if (mayHaveMoreBackups(context)) {
      return {
        state: 'unknown',
        message:
          'No recovery point is known to lie outside the storage of the volumes, and not all facts are there.',
        evidence: [],
      };
    }
    const [held] = backups;
    if (!held) {
      return {
        state: 'not-met',
        message: 'The data lies on its volumes alone.',
        evidence: [],
      };
    }
    return {
      state: 'not-met',
      message: isInPlace(held)
        ? 'Its only recovery points are snapshots in the storage of the volumes, and share its fate.'
        : `${describeStore(
            held.store,
          )} lies in the cluster itself, on the storage of its volumes.`,
      evidence: [
        ...held.evidence,
        ...(held.store.inCluster ? [held.store.inCluster.evidence] : []),
      ],
    };
  },
};
