import { baseBackupState } from '../../backups/baseBackupState';
import { describeBackup, describeMoment, describeStore } from '../../describe';
import { Rule } from '../../Rule';

/** A backup object outlives its bytes: retention deletes them in the store. */
export const baseBackupGone: Rule = {
  id: 'base-backup/gone',
  title: 'Base backups deleted or expired',
  description:
    'Backup objects are left, but the store says that it holds nothing that old any more, or their time is over.',
  judges: 'facts',
  evaluate(context) {
    if (baseBackupState(context) !== 'unusable') return undefined;
    const { database, usable } = context;
    const { point, reason } = usable.unusable[0];
    if (reason !== 'deleted' && reason !== 'expired') return undefined;
    const store = database.stores.find(({ id }) => id === point.storeId);
    const first = store?.firstRecoverabilityPoint;
    const where = describeStore(store);
    const backup = describeBackup(database);
    const when = describeMoment(point.consistentAt);
    return {
      rule: this.id,
      severity: 'critical',
      message:
        reason === 'deleted' && first
          ? `The newest ${backup} (${
              point.object.name
            }, ${when}) is gone from ${where}: the store can restore from ${describeMoment(
              first.value,
            )} on.`
          : `The newest ${backup} (${point.object.name}, ${when}) expired ${
              point.expiresAt ? `on ${describeMoment(point.expiresAt)}` : ''
            }.`,
      evidence: first ? [first.evidence, point.evidence] : [point.evidence],
      ceiling: 'unprotected',
      remedy: `Take a ${backup} now, and find out why newer ones are missing.`,
    };
  },
};
