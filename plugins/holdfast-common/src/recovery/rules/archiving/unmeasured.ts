import { formatDuration } from '../../../quantity';
import { archiveTimeout } from '../../backups/archivingProgress';
import { Rule } from '../../Rule';

/** The operator's condition changes only when the outcome does; it says nothing of the last segment. */
export const archivingUnmeasured: Rule = {
  id: 'archiving/unmeasured',
  title: 'Archiving is said to work, not measured',
  description:
    'The operator says that archiving works, and no current metrics show when the last segment arrived, so that the attained RPO is a bound.',
  judges: 'facts',
  evaluate({ database, archiving, usable, rpo }) {
    if (archiving.state !== 'said' || usable.continuedFrom === undefined) {
      return undefined;
    }
    const timeout = archiveTimeout(database.archiving);
    // Then the attained RPO is counted from what is told of the archive.
    if (timeout === undefined && rpo.data.basis === 'measured') {
      return undefined;
    }
    return {
      rule: this.id,
      severity: 'info',
      message: `The operator says that archiving works; no current metrics show it. The attained RPO is ${
        timeout === undefined
          ? 'counted from the newest moment that is known to be restorable, since no timeout limits what waits'
          : `given as the archive timeout of ${formatDuration(timeout)}`
      }.`,
      evidence: archiving.evidence,
      remedy: 'Connect a metrics source for this cluster.',
    };
  },
};
