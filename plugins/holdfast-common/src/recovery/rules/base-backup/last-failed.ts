import { BackupAttempt } from '../../../model';
import { describeMoment, describeStore } from '../../describe';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** A store that refused the last backup may refuse the next one. */
export const lastBackupFailed: Rule = {
  id: 'base-backup/last-failed',
  title: 'Last backup failed',
  description:
    'The last backup that ended has failed, or the store says so, and none has succeeded since.',
  judges: 'facts',
  evaluate({ database, usable }) {
    const succeededAt = usable.newestAt ?? -Infinity;
    let failed: BackupAttempt | undefined;
    let failedAt = -Infinity;
    for (const attempt of database.attempts) {
      if (attempt.state !== 'failed') continue;
      // An end that was not written down is no end long ago.
      const at =
        momentOf(attempt.endedAt) ?? momentOf(attempt.startedAt) ?? Infinity;
      if (at > failedAt) {
        failed = attempt;
        failedAt = at;
      }
    }
    if (failed && failedAt > succeededAt) {
      const { error, evidence } = failed;
      const when = failed.endedAt ?? failed.startedAt;
      return {
        rule: this.id,
        severity: 'warning',
        message: `The last backup (${failed.object.name}) failed${
          when ? ` on ${describeMoment(when)}` : ''
        }${error ? `: ${error.value}` : '.'}`,
        evidence: error ? [evidence, error.evidence] : [evidence],
        ceiling: 'at-risk',
        remedy: 'Mend what the error names, then take a backup by hand.',
      };
    }
    const { store } = usable;
    const word = store?.lastFailedBackup;
    const wordAt = momentOf(word?.value);
    const storeSucceededAt = momentOf(store?.lastSuccessfulBackup?.value);
    if (
      word &&
      wordAt !== undefined &&
      wordAt >
        Math.max(
          succeededAt,
          storeSucceededAt ?? -Infinity,
          // What failed before it was created is not about this database.
          momentOf(database.createdAt) ?? -Infinity,
        )
    ) {
      return {
        rule: this.id,
        severity: 'warning',
        message: `${describeStore(
          store,
        )} records a failed backup on ${describeMoment(
          word.value,
        )} and no success since.`,
        evidence: [word.evidence],
        ceiling: 'at-risk',
        remedy:
          'Look at the newest backup object for its error, then take a backup by hand.',
      };
    }
    return undefined;
  },
};
