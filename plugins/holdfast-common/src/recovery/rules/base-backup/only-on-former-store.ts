import { baseBackupState } from '../../backups/baseBackupState';
import { describeBackup, describeMoment, describeStore } from '../../describe';
import { Rule } from '../../Rule';

/** WAL that goes to a new path does not continue a base backup on the old one. */
export const baseBackupOnlyOnFormerStore: Rule = {
  id: 'base-backup/only-on-former-store',
  title: 'Base backup only on a former store',
  description:
    'All base backups lie on a store that the database no longer uses. Its WAL now goes elsewhere and cannot continue them.',
  judges: 'facts',
  evaluate(context) {
    if (baseBackupState(context) !== 'unusable') return undefined;
    const { database, usable } = context;
    const { point, reason } = usable.unusable[0];
    if (reason !== 'former-store') return undefined;
    const backup = describeBackup(database);
    const former = database.stores.find(({ id }) => id === point.storeId);
    return {
      rule: this.id,
      severity: 'critical',
      message: `The newest ${backup} (${point.object.name}, ${describeMoment(
        point.consistentAt,
      )}) lies on ${
        former ? describeStore(former) : 'a store'
      } that is no longer in use. On ${describeStore(
        usable.store,
      )}, which is, there is none.`,
      evidence: [point.evidence, database.archiving.configured.evidence],
      ceiling: 'unprotected',
      remedy: `Take a ${backup} to the store in use.`,
    };
  },
};
