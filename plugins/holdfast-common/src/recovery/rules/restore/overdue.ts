import { formatDuration } from '../../../quantity';
import { describeMoment } from '../../describe';
import { lastSuccessfulRestore } from '../../restores/lastSuccessfulRestore';
import { Rule } from '../../Rule';

/** Proof gets old: versions, sizes and credentials change. */
export const restoreOverdue: Rule = {
  id: 'restore/overdue',
  title: 'Last restore too long ago',
  description:
    'The last successful restore is older than the drill interval of the objective.',
  judges: 'facts',
  evaluate({ database, objective, clock }) {
    const last = lastSuccessfulRestore(database);
    const interval = objective.drillIntervalSeconds.value;
    if (!last || !clock.hasPassed(last.readyAt + interval * 1000 + 1)) {
      return undefined;
    }
    return {
      rule: this.id,
      severity: 'warning',
      message: `The last successful restore was on ${describeMoment(
        last.readyAt,
      )}. The objective asks for one every ${formatDuration(interval)}.`,
      evidence: [last.restore.evidence],
      ceiling: 'protected',
      remedy: 'Rehearse a restore.',
    };
  },
};
