import { describeMoment } from '../../describe';
import {
  isOfThisIncarnation,
  lastSuccessfulRestore,
} from '../../restores/lastSuccessfulRestore';
import { Rule } from '../../Rule';

/** Only a restore proves a backup. */
export const neverRestored: Rule = {
  id: 'restore/never',
  title: 'Never restored',
  description:
    'No restore of this database has ever succeeded, so that nothing proves that its backups are worth something.',
  judges: 'facts',
  evaluate({ database }) {
    const last = lastSuccessfulRestore(database);
    if (last && isOfThisIncarnation(last, database)) return undefined;
    return {
      rule: this.id,
      severity: 'info',
      message: last
        ? `The last successful restore, on ${describeMoment(
            last.readyAt,
          )}, was not of the database as it was created anew since. It proves nothing of today's backups.`
        : 'No successful restore of this database is known. Only that would prove that its backups can be used.',
      evidence: last ? [last.restore.evidence] : [],
      ceiling: 'protected',
      remedy: 'Rehearse a restore into a database of its own.',
    };
  },
};
