import { Restore } from '../../../model';
import { describeMoment } from '../../describe';
import { momentOf } from '../../moment';
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
    let last: Restore | undefined;
    let lastAt = -Infinity;
    for (const restore of database.restores) {
      if (restore.state === 'running') continue;
      const startedAt = momentOf(restore.startedAt) ?? Infinity;
      const worse = startedAt === lastAt && restore.state === 'failed';
      if (startedAt > lastAt || worse) {
        last = restore;
        lastAt = startedAt;
      }
    }
    if (last?.state !== 'failed') return undefined;
    return {
      rule: this.id,
      severity: 'critical',
      message: `The last restore (${
        last.target.name
      }, begun on ${describeMoment(
        last.startedAt,
      )}) failed, and none has succeeded since.`,
      evidence: [last.evidence],
      ceiling: 'at-risk',
      remedy:
        'Read the log of the restore, mend the cause and rehearse it again.',
    };
  },
};
