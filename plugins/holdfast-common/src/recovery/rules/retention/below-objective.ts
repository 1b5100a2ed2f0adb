import { describeStore } from '../../describe';
import { formatDuration } from '../../../quantity';
import { Rule } from '../../Rule';

/** What the store deletes cannot be restored. */
export const retentionBelowObjective: Rule = {
  id: 'retention/below-objective',
  title: 'Retention below the objective',
  description:
    'Recovery points are deleted before they are as old as the objective wants them kept.',
  judges: 'arrangement',
  evaluate({ database, objective }) {
    const { value } = objective.retentionSeconds;
    for (const store of database.stores) {
      const { inUse, retentionSeconds } = store;
      if (!inUse || !retentionSeconds || retentionSeconds.value >= value) {
        continue;
      }
      return {
        rule: this.id,
        severity: 'critical',
        message: `${describeStore(
          store,
        )} keeps recovery points for ${formatDuration(
          retentionSeconds.value,
        )}; the objective is ${formatDuration(value)}.`,
        evidence: [retentionSeconds.evidence],
        ceiling: 'at-risk',
        remedy: `Set the retention to ${formatDuration(value)} or more.`,
      };
    }
    return undefined;
  },
};
