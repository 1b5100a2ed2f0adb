import { baseBackupState } from '../../backups/baseBackupState';
import { Rule } from '../../Rule';

/** A replica cluster comes back from what it follows, which is judged by itself. */
export const baseBackupElsewhere: Rule = {
  id: 'base-backup/elsewhere',
  title: 'Replica cluster without base backups of its own',
  description:
    'The database follows another one and has no base backup of its own. Whether it can be brought back hangs on the other one.',
  judges: 'facts',
  evaluate(context) {
    if (baseBackupState(context) !== 'elsewhere') return undefined;
    return {
      rule: this.id,
      severity: 'info',
      message:
        'This replica cluster has no base backup of its own. It can be built anew from the database that it follows, if that one is protected.',
      evidence: [context.database.role.evidence],
      ceiling: 'unknown',
      remedy:
        'Look at the database that it follows. If it is to be promoted one day, give it an archiver and backups of its own.',
    };
  },
};
