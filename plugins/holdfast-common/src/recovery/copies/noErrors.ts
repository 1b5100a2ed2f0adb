import { formatDuration } from '../../quantity';
import { describeMoment } from '../describe';
import { proofOf } from '../restores/proofOf';
import { CopyQuestion } from './CopyCheck';

/** No errors: the last restore within the drill interval succeeded. */
export const noErrors: CopyQuestion = {
  id: 'no-errors',
  ask(context) {
    const interval = formatDuration(
      context.objective.drillIntervalSeconds.value,
    );
    const { state, last } = proofOf(context);
    const evidence = last ? [last.restore.evidence] : [];
    const when = last && describeMoment(last.readyAt);
    switch (state) {
      case 'current':
        return {
          state: 'met',
          message: `A restore succeeded on ${when}, within the drill interval of ${interval}.`,
          evidence,
        };
      case 'failed':
        return {
          state: 'not-met',
          message: 'The last restore failed, and none has succeeded since.',
          evidence,
        };
      case 'overdue':
        return {
          state: 'not-met',
          message: `The last restore that succeeded, on ${when}, is older than the drill interval of ${interval}.`,
          evidence,
        };
      case 'other-incarnation':
        return {
          state: 'not-met',
          message: `The last restore that succeeded, on ${when}, was of the database before it was created anew.`,
          evidence,
        };
      default:
        return {
          state: 'not-met',
          message: 'No restore is known to have succeeded.',
          evidence,
        };
    }
  },
};
