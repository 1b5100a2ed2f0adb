import { formatDuration } from '../../quantity';
import { describeMoment } from '../describe';
import { proofOf } from '../restores/proofOf';
import { ScoreControl } from './Score';

/**
 * Resilience Hub counts tests that ran successfully in the last 30 days; here the drill interval of the objective decides. Half of the
 * points for a restore that took longer than the RTO.
 */
export const restoreProven: ScoreControl = {
  id: 'proof/restored',
  title: 'A restore succeeded within the drill interval and inside the RTO',
  possible: 12,
  grade(context) {
    const { objective } = context;
    const { state, last } = proofOf(context);
    const interval = formatDuration(objective.drillIntervalSeconds.value);
    const earn = `Rehearse a restore; the objective asks for one every ${interval}.`;
    if (state !== 'current' || !last) {
      return {
        state: 'not-met',
        message:
          state === 'failed'
            ? 'The last restore failed.'
            : `No restore of this database has succeeded within ${interval}.`,
        earn,
        rules: [state === 'failed' ? 'restore/failed' : ruleOf(state)],
      };
    }
    const { value } = objective.rtoSeconds.data;
    const took = `The restore of ${describeMoment(
      last.readyAt,
    )} took ${formatDuration(last.seconds)}`;
    return last.seconds <= value
      ? { state: 'met', message: `${took}.` }
      : {
          state: 'partly',
          share: 0.5,
          message: `${took}, where the RTO is ${formatDuration(value)}.`,
          earn: 'Make restores faster, or agree on another RTO.',
          rules: ['objective/rto-missed'],
        };
  },
};

function ruleOf(state: ReturnType<typeof proofOf>['state']): string {
  return state === 'overdue' ? 'restore/overdue' : 'restore/never';
}
