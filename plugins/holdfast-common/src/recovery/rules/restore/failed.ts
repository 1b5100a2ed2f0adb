import { describeMoment } from '../../describe';
import {
  failedChecksOf,
  hasFailed,
  lastEndedRestore,
} from '../../restores/lastEndedRestore';
import { Rule } from '../../Rule';

/** The last one counts: what could be restored once may be restorable no more. */
export const restoreFailed: Rule = {
  id: 'restore/failed',
  title: 'Last restore failed',
  description:
    'The last restore that ended has failed, and none has succeeded since.',
  judges: 'facts',
  waivable: false,
  evaluate({ database }) {
    const last = lastEndedRestore(database);
    // One that brought the wrong data back is told of by what was asked of it.
    if (!last || !hasFailed(last) || failedChecksOf(last).length > 0) {
      return undefined;
    }
    const reason =
      last.failure === undefined ? '' : ` It says: ${last.failure}`;
    return {
      rule: this.id,
      severity: 'critical',
      message: `The last restore (${
        last.target.name
      }, begun on ${describeMoment(
        last.startedAt,
      )}) failed, and none has succeeded since.${reason}`,
      evidence: [last.evidence],
      ceiling: 'at-risk',
      remedy:
        'Read the log of the restore, mend the cause and rehearse it again.',
    };
  },
};
