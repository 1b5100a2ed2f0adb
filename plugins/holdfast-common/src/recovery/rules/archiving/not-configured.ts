import { hasArrangement } from '../../baseBackupState';
import { describeLog } from '../../describe';
import { Rule } from '../../Rule';

/** Without WAL in a store, the newest point is all there is. */
export const archivingNotConfigured: Rule = {
  id: 'archiving/not-configured',
  title: 'No continuous archiving',
  description:
    'No archiver is configured, so that a restore leads to the last recovery point at best, and to none if there is none.',
  judges: 'arrangement',
  evaluate(context) {
    const { database } = context;
    const { configured } = database.archiving;
    if (configured.value === true) return undefined;
    if (database.role.value === 'replica-cluster') return undefined;
    const origin = database.restoredFrom;
    const restored = origin
      ? ` It was restored from ${origin.value}; a restored database archives nothing until it is told to.`
      : '';
    const evidence = origin
      ? [configured.evidence, origin.evidence]
      : [configured.evidence];
    const remedy =
      'Configure an archiver with a path of its own, then take a base backup.';
    return hasArrangement(context)
      ? {
          rule: this.id,
          severity: 'warning',
          message: `No ${describeLog(
            database,
          )} is archived: between two recovery points nothing can be restored.${restored}`,
          evidence,
          remedy,
        }
      : {
          rule: this.id,
          severity: 'critical',
          message: `Neither an archiver nor volume snapshots are configured: nothing of this database is kept elsewhere.${restored} Backups by other tools are not among the facts.`,
          evidence,
          ceiling: 'unprotected',
          remedy,
        };
  },
};
