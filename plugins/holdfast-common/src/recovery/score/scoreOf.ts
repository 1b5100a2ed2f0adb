import { backupsCurrent } from './backupsCurrent';
import { compliance } from './compliance';
import { copiesKept } from './copiesKept';
import { deletionGuarded } from './deletionGuarded';
import { drillAlive } from './drillAlive';
import { measured } from './measured';
import { restoreProven } from './restoreProven';
import { retention } from './retention';
import { Score, ScoreContext, ScoreControl, ScoredControl } from './Score';

/**
 * What points are given for. 40 points for meeting the objectives are as AWS Resilience Hub has them for meeting the resiliency policy; the
 * rest is shared out as docs/score.md says.
 *
 * @see https://docs.aws.amazon.com/resilience-hub/latest/userguide/calculate-score.html
 */
export const scoreControls: readonly ScoreControl[] = [
  compliance('data', 16),
  compliance('instance', 12),
  compliance('zone', 8),
  compliance('region', 4),
  retention,
  backupsCurrent,
  copiesKept,
  deletionGuarded,
  restoreProven,
  drillAlive,
  measured,
];

/** Adds up the points of all controls. */
export function scoreOf(context: ScoreContext): Score {
  const controls = scoreControls.map(control => scored(control, context));
  const points = sum(controls.map(({ reached }) => reached));
  const possible = sum(controls.map(control => control.possible));
  return { points, possible, outstanding: possible - points, controls };
}

function scored(control: ScoreControl, context: ScoreContext): ScoredControl {
  const { id, title, possible } = control;
  const {
    state,
    share = 0,
    message,
    earn,
    rules = [],
  } = control.grade(context);
  const reached = state === 'met' ? possible : Math.floor(share * possible);
  const outstanding = possible - reached;
  return {
    id,
    title,
    possible,
    reached,
    outstanding,
    state,
    message,
    ...(earn !== undefined && outstanding > 0 && { earn }),
    rules,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
