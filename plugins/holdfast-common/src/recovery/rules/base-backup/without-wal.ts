import { baseBackupState } from '../../backups/baseBackupState';
import { describeMoment } from '../../describe';
import { Rule } from '../../Rule';

/** PostgreSQL: "to make use of the backup, you will need to keep all the WAL segment files generated during and after it". */
export const baseBackupWithoutWal: Rule = {
  id: 'base-backup/without-wal',
  title: 'Base backup without its WAL',
  description:
    'Base backups that are taken while the database runs need the WAL written meanwhile, and none is archived.',
  judges: 'facts',
  evaluate(context) {
    if (baseBackupState(context) !== 'unusable') return undefined;
    const { database, usable } = context;
    const { point, reason } = usable.unusable[0];
    if (reason !== 'without-wal') return undefined;
    const { archiving } = database;
    const cause = archiving.skipped?.value
      ? archiving.skipped
      : archiving.configured;
    return {
      rule: this.id,
      severity: 'critical',
      message: `The newest base backup (${point.object.name}, ${describeMoment(
        point.consistentAt,
      )}) was taken from a running database and cannot be restored without WAL, and no WAL is archived.`,
      evidence: [cause.evidence, point.evidence],
      ceiling: 'unprotected',
      remedy:
        archiving.offered === false
          ? 'Let the backup take along the WAL that is written meanwhile: `pg_basebackup --wal-method=stream`.'
          : 'Configure an archiver and take a base backup once it works; until then, only a snapshot of the stopped database counts.',
    };
  },
};
