import { MissingFacts } from '../../../model';
import { hasArrangement } from '../../backups/baseBackupState';
import { Rule, RuleContext } from '../../Rule';

const reasons: Record<MissingFacts['reason'], string> = {
  forbidden: 'may not be read',
  absent: 'is not known to the API server',
  'not-read': 'has not been read completely yet',
  'not-in-input': 'does not occur in the input',
  failed: 'could not be read',
};

const consequences: Partial<Record<MissingFacts['area'], string>> = {
  database: 'the database is known only as it was before',
  arrangement: 'whether and how the database is backed up cannot be told',
  protection: 'whether it is backed up that way cannot be told',
};

/** A part of the facts that nobody could read is not a part that is empty. */
export const factsMissing: Rule = {
  id: 'facts/missing',
  title: 'Facts that could not be read',
  description:
    'A kind of object could not be read. What hangs on it cannot be told, and where it decides, the verdict is Unknown.',
  judges: 'arrangement',
  evaluate(context) {
    const { database } = context;
    const arranged = hasArrangement(context);
    return database.missing.map(missing => {
      const decides = decisive(missing, context, arranged);
      return {
        rule: this.id,
        severity: decides ? 'warning' : 'info',
        message: `${missing.kind} ${reasons[missing.reason]}, so that ${
          consequences[missing.area] ??
          `${missing.area} are not among the facts`
        }: ${missing.message}`,
        evidence: [],
        ...(decides && { ceiling: 'unknown' }),
        remedy: remedyOf(missing),
      };
    });
  },
};

function remedyOf({ kind, reason }: MissingFacts): string {
  switch (reason) {
    case 'forbidden':
      return `Grant Holdfast get, list and watch on ${kind}.`;
    case 'not-in-input':
      return `Add what there is of ${kind} to the input, or say that the input is complete.`;
    case 'failed':
      return 'Mend what the message names.';
    default:
      return 'Look at the state of the cluster on the sync page.';
  }
}

function decisive(
  { area }: MissingFacts,
  { database, usable }: Pick<RuleContext, 'database' | 'usable'>,
  arranged: boolean,
): boolean {
  // What the database is arranged to do is no longer known either.
  if (area === 'database' || area === 'arrangement') return true;
  // What one tool keeps brings the database back, whatever another one does.
  if (area === 'protection') return usable.points.length === 0;
  if (!arranged) return false;
  switch (area) {
    case 'backups':
    case 'schedules':
    case 'stores':
      return true;
    case 'snapshots':
      return database.stores.some(
        ({ method, inUse }) => inUse && method === 'volume-snapshot',
      );
    default:
      return false;
  }
}
