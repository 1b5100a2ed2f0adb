import { baseBackupState } from '../../backups/baseBackupState';
import { describeBackup, describeMoment } from '../../describe';
import { Rule } from '../../Rule';

/** A base backup can only be rolled forward with the WAL of the same server, of the same major version. */
export const baseBackupOfOtherIncarnation: Rule = {
  id: 'base-backup/other-incarnation',
  title: 'Base backup of another incarnation',
  description:
    'All base backups were taken from an earlier database of that name, or before a major upgrade, so that none leads to the data of today.',
  judges: 'facts',
  evaluate(context) {
    if (baseBackupState(context) !== 'unusable') return undefined;
    const { database, usable } = context;
    const { point, reason } = usable.unusable[0];
    if (reason !== 'other-incarnation') return undefined;
    const backup = describeBackup(database);
    const major = Number.parseInt(database.version ?? '', 10);
    const upgraded =
      point.majorVersion !== undefined && point.majorVersion < major;
    return {
      rule: this.id,
      severity: 'critical',
      message: `The newest ${backup} (${point.object.name}, ${describeMoment(
        point.consistentAt,
      )}) was taken ${
        upgraded
          ? `from version ${point.majorVersion}; the database has been upgraded to ${major} since, and WAL does not lead from one to the other.`
          : 'from an earlier database of this name.'
      }`,
      evidence: point.incarnationEvidence
        ? [point.incarnationEvidence, point.evidence]
        : [point.evidence],
      ceiling: 'unprotected',
      remedy: `Take a ${backup} of the database as it is now.`,
    };
  },
};
