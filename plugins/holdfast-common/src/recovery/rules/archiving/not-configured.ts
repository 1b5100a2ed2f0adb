import { hasArrangement } from '../../backups/baseBackupState';
import { describeLog } from '../../describe';
import { Finding } from '../../Finding';
import { Rule, RuleContext } from '../../Rule';

/** Without WAL in a store, the newest point is all there is. */
export const archivingNotConfigured: Rule = {
  id: 'archiving/not-configured',
  title: 'No continuous archiving',
  description:
    'No archiver is configured, so that a restore leads to the last recovery point at best, and to none if there is none. Of a server that works in memory: nothing backs it up.',
  judges: 'arrangement',
  evaluate(context) {
    const { database } = context;
    const { configured } = database.archiving;
    if (configured.value === true) return undefined;
    if (database.role.value === 'replica-cluster') return undefined;
    if (database.persistence) return nothingKept(this.id, context);
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

/** What works in memory has no log to archive: it is asked for a copy of what it writes to its volumes. */
function nothingKept(rule: string, context: RuleContext): Finding | undefined {
  if (hasArrangement(context)) return undefined;
  const { persistence, archiving } = context.database;
  const onVolume = persistence?.storage.value === 'claim';
  return {
    rule,
    severity: 'critical',
    message: `Nothing of this database is kept elsewhere: no backup ${
      onVolume ? 'of its volumes' : 'of any kind'
    } is known, so that a lost volume, a deletion or a FLUSHALL is final. Backups by other tools are not among the facts.`,
    evidence: [(persistence?.storage ?? archiving.configured).evidence],
    ceiling: 'unprotected',
    remedy: onVolume
      ? 'Back up its volumes by a schedule, with Velero or volume snapshots.'
      : 'Give it volumes and back these up by a schedule, or, if it is a cache, say so: the objective `rpo: none` with a reason.',
  };
}
