import { lastSuccessfulRestore } from '../../attainedRto';
import { Rule } from '../../Rule';

/** Only a restore proves a backup. */
export const neverRestored: Rule = {
  id: 'restore/never',
  title: 'Never restored',
  description:
    'No restore of this database has ever succeeded, so that nothing proves that its backups are worth something.',
  judges: 'facts',
  evaluate({ database }) {
    if (lastSuccessfulRestore(database)) return undefined;
    return {
      rule: this.id,
      severity: 'info',
      message:
        'No successful restore of this database is known. Only that would prove that its backups can be used.',
      evidence: [],
      ceiling: 'protected',
      remedy: 'Rehearse a restore into a database of its own.',
    };
  },
};
