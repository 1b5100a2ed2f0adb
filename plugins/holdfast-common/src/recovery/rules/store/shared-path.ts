import { describeStore } from '../../describe';
import { Rule } from '../../Rule';

/** WAL files are named by timeline and position: two servers write files of the same names. */
export const storeSharedPath: Rule = {
  id: 'store/shared-path',
  title: 'Two databases archive to one path',
  description:
    'Another database writes to the same path. Their WAL files have the same names, so that neither archive can be trusted.',
  judges: 'arrangement',
  evaluate({ database }) {
    const shared = database.stores.find(
      ({ inUse, otherWriters }) => inUse && otherWriters.length,
    );
    if (!shared) return undefined;
    return {
      rule: this.id,
      severity: 'critical',
      message: `${describeStore(
        shared,
      )} is written to by ${shared.otherWriters.join(
        ', ',
      )} as well. Their WAL files have the same names and replace one another.`,
      evidence: [
        shared.location?.evidence ?? database.archiving.configured.evidence,
      ],
      ceiling: 'at-risk',
      remedy:
        'Give this database a server name or path of its own, then take a base backup there.',
    };
  },
};
