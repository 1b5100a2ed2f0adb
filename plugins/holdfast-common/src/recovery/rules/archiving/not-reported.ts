import { describeStore } from '../../describe';
import { Rule } from '../../Rule';

/** Silence is no success. */
export const archivingNotReported: Rule = {
  id: 'archiving/not-reported',
  title: 'Nobody says whether archiving works',
  description:
    'An archiver is configured, but neither the operator nor a metric says that it has archived anything.',
  judges: 'facts',
  evaluate({ database, archiving, usable }) {
    if (archiving.state === 'none' || archiving.heard) return undefined;
    return {
      rule: this.id,
      severity: 'warning',
      message: `An archiver to ${describeStore(
        usable.store,
      )} is configured, but nothing says whether it works.`,
      evidence: archiving.evidence,
      ceiling: 'unknown',
      remedy: `Wait for the first segment, or force one with \`${
        database.engine === 'postgresql'
          ? 'select pg_switch_wal()'
          : 'flush binary logs'
      }\`; connect a metrics source to see more.`,
    };
  },
};
