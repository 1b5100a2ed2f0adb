import { describeLog } from '../../describe';
import { Rule } from '../../Rule';

/** An archiver without its store has nowhere to go, and says so only when it next tries. */
export const storeMissing: Rule = {
  id: 'store/missing',
  title: 'The store is not defined',
  description:
    'The object that should describe the backup store does not exist: no WAL can be archived and no backup taken.',
  judges: 'arrangement',
  evaluate({ database }) {
    const store = database.stores.find(({ inUse, exists }) => inUse && !exists);
    if (!store) return undefined;
    const { kind, namespace, name } = store.definedBy;
    const what = `${kind.split('.')[0]} ${name}`;
    return {
      rule: this.id,
      severity: 'critical',
      message: `${what} does not exist${
        namespace ? ` in namespace ${namespace}` : ''
      }. No ${describeLog(
        database,
      )} can be archived and no backup taken without it.`,
      evidence: [database.archiving.configured.evidence],
      ceiling: 'at-risk',
      remedy: `Create ${what}, or name the right one.`,
    };
  },
};
