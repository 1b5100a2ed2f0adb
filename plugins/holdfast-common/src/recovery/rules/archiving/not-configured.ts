import { Database } from '../../../model';
import { hasArrangement } from '../../backups/baseBackupState';
import { describeLog } from '../../describe';
import { Finding } from '../../Finding';
import { Rule, RuleContext } from '../../Rule';

/** Without the log of changes in a store, the newest point is all there is. */
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
    const log = describeLog(database);
    return hasArrangement(context)
      ? {
          rule: this.id,
          severity: 'warning',
          message: `No ${log} is archived: between two recovery points nothing can be restored.${restored}`,
          evidence,
          remedy: waysToArchive(database),
        }
      : {
          rule: this.id,
          severity: 'critical',
          message: `${nothingArranged(
            database,
          )}: nothing of this database is kept elsewhere.${restored} Backups by other tools are not among the facts.`,
          evidence,
          ceiling: 'unprotected',
          remedy: waysToKeep(database),
        };
  },
};

/** Whoever reads it runs PostgreSQL by an operator, MySQL or MariaDB by one, or either by hand. */
type Kept = Pick<Database, 'engine' | 'archiving'>;

const configureArchiver =
  'Configure an archiver with a path of its own, then take a base backup.';

function nothingArranged({ engine, archiving }: Kept): string {
  if (archiving.offered === false) {
    return 'No dump, no copy of its volumes and no other backup of it is known';
  }
  return engine === 'postgresql'
    ? 'Neither an archiver nor volume snapshots are configured'
    : 'No backups are configured';
}

function waysToKeep({ engine, archiving }: Kept): string {
  if (archiving.offered === false) {
    return 'Dump the whole server to an object store by a CronJob, or back up its volumes by a schedule, with Velero or volume snapshots.';
  }
  return engine === 'postgresql'
    ? configureArchiver
    : 'Have its operator take backups by a schedule to an object store, and archive the binary log where the time between two of them is too long.';
}

function waysToArchive(database: Kept): string {
  const where = 'Where the time between two backups is too long to lose';
  const log = describeLog(database);
  if (database.archiving.offered === false) {
    return `${where}, take them more often, or have the database run by an operator that archives its ${log}.`;
  }
  return database.engine === 'postgresql'
    ? configureArchiver
    : `${where}, have the operator archive the ${log} for point-in-time recovery, or take backups more often.`;
}

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
