import { Database } from '../../../model';
import {
  arrangementUnread,
  hasArrangement,
} from '../../backups/baseBackupState';
import { describeBackup, describeLog } from '../../describe';
import { Rule, RuleContext } from '../../Rule';

/** Manifests that archive WAL and order no base backup look complete and restore nothing. */
export const baseBackupNeverTaken: Rule = {
  id: 'base-backup/never-taken',
  title: 'Nothing would take a base backup',
  description:
    'As declared, no schedule would take a base backup that could be restored.',
  judges: 'arrangement',
  evaluate(context) {
    const { basis, usable, database } = context;
    if (basis !== 'declared' || usable.points.length) return undefined;
    if (!hasArrangement(context)) return undefined;
    // A job that may be one leaves it open.
    if (database.schedules.some(({ uncertain }) => uncertain)) return undefined;
    const unread =
      arrangementUnread(database) ||
      database.missing.some(
        ({ area }) => area === 'schedules' || area === 'stores',
      );
    if (unread || database.role.value === 'replica-cluster') return undefined;
    return {
      rule: this.id,
      severity: 'critical',
      message: messageOf(context),
      evidence: [database.archiving.configured.evidence],
      ceiling: 'unprotected',
      remedy: database.persistence
        ? 'Declare a schedule that backs up its volumes.'
        : remedyOf(database),
    };
  },
};

function remedyOf({ engine }: Database): string {
  return engine === 'postgresql'
    ? 'Declare a schedule by the method of the archiver.'
    : 'Declare a schedule that takes backups of the whole server.';
}

function messageOf({ database, usable }: RuleContext): string {
  if (usable.unusable.length) {
    return `As declared, ${describeBackup(
      database,
    )}s would be taken without the ${describeLog(database)} that they need.`;
  }
  const nothing = `As declared, nothing takes a ${describeBackup(
    database,
  )} of this database`;
  return database.persistence
    ? `${nothing}.`
    : `${nothing}, and archived ${describeLog(
        database,
      )} alone cannot be restored.`;
}
