import { backupCopiesOf, isInPlace, mayHaveMoreBackups } from './backupCopies';
import { CopyQuestion } from './CopyCheck';

/** S3 Object Lock and Azure's immutability policies are set on the bucket, where no object of the cluster shows them. */
export const immutable: CopyQuestion = {
  id: 'immutable',
  ask(context) {
    const backups = backupCopiesOf(context);
    const lockable = backups.filter(backup => !isInPlace(backup));
    if (!lockable.length && !mayHaveMoreBackups(context)) {
      return {
        state: 'not-met',
        message: backups.length
          ? 'Its only recovery points are snapshots, which whoever may delete them in the cluster can delete.'
          : 'There is no recovery point that could be locked.',
        evidence: backups.flatMap(({ evidence }) => evidence),
      };
    }
    return {
      state: 'unknown',
      message:
        'Whether the bucket keeps what it holds from being changed (Object Lock, an immutability policy) is set outside the cluster, and not seen from here.',
      evidence: lockable.flatMap(({ store }) =>
        store.location ? [store.location.evidence] : [],
      ),
    };
  },
};
