import { formatDuration } from '../../../quantity';
import { Rule } from '../../Rule';

/** The operator's condition changes only when the outcome does; it says nothing of the last segment. */
export const archivingUnmeasured: Rule = {
  id: 'archiving/unmeasured',
  title: 'Archiving is said to work, not measured',
  description:
    'The operator says that archiving works, and no current metrics show when the last segment arrived, so that the attained RPO is a bound.',
  judges: 'facts',
  evaluate({ database, archiving, usable }) {
    if (archiving.state !== 'said' || !usable.points.length) return undefined;
    return {
      rule: this.id,
      severity: 'info',
      message: `The operator says that archiving works; no current metrics show it. The attained RPO is given as the archive timeout of ${formatDuration(
        database.archiving.timeoutSeconds.value,
      )}.`,
      evidence: archiving.evidence,
      remedy: 'Connect a metrics source for this cluster.',
    };
  },
};
