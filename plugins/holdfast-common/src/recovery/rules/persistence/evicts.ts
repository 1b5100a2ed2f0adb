import { Rule } from '../../Rule';

/** Whoever lets keys go when memory is short uses a cache. */
export const persistenceEvicts: Rule = {
  id: 'persistence/evicts',
  title: 'Keys are evicted when memory is short',
  description:
    'By its configuration the server throws keys away when memory is short, as a cache does.',
  judges: 'arrangement',
  evaluate({ database }) {
    const evicts = database.persistence?.evicts;
    if (evicts?.value !== true) return undefined;
    return {
      rule: this.id,
      severity: 'info',
      message:
        'Keys are thrown away when memory is short (maxmemory-policy): by its configuration this is a cache. No backup brings back what was evicted.',
      evidence: [evicts.evidence],
      remedy:
        'If it is a cache, state the objective `rpo: none` with the reason; if it is not, set `maxmemory-policy noeviction`.',
    };
  },
};
