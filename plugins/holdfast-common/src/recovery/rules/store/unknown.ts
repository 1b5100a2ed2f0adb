import { Rule } from '../../Rule';

/** Where WAL goes decides which base backups count. */
export const storeUnknown: Rule = {
  id: 'store/unknown',
  title: 'Store not known',
  description:
    'WAL is archived, but where to cannot be told, and so neither whether a base backup lies beside it.',
  judges: 'arrangement',
  evaluate({ database, usable, archiving }) {
    if (archiving.state === 'none') return undefined;
    const { storeId, configured } = database.archiving;
    if (storeId !== undefined && usable.store?.id === storeId) return undefined;
    return {
      rule: this.id,
      severity: 'warning',
      message:
        'An archiver is configured, but which store it writes to cannot be told.',
      evidence: [configured.evidence],
      ceiling: 'unknown',
      remedy:
        'Use an archiver that Holdfast knows, or add an engine for the one in use.',
    };
  },
};
