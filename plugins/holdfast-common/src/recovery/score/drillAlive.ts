import { formatDuration } from '../../quantity';
import { momentOf } from '../moment';
import { Grade, ScoreContext, ScoreControl } from './Score';

const earn =
  'Let a job restore this database by itself, at least once per drill interval, and report what came of it.';

/** One restore proves today; something that restores again and again proves tomorrow. */
export const drillAlive: ScoreControl = {
  id: 'proof/drill-alive',
  title: 'Restores are rehearsed by a schedule that is alive',
  possible: 8,
  grade(context) {
    const drills = context.database.drills ?? [];
    return drills.length ? gradeSchedules(context) : gradeHabit(context);
  },
};

function gradeSchedules({ database, objective, clock }: ScoreContext): Grade {
  const interval = objective.drillIntervalSeconds.value;
  const running = (database.drills ?? []).filter(
    ({ suspended }) => !suspended.value,
  );
  if (!running.length) {
    return {
      state: 'not-met',
      message: 'The schedule of its drills is suspended.',
      earn: 'Resume the schedule.',
      rules: ['restore/drill-not-running'],
    };
  }
  const alive = running.find(({ lastSucceededAt }) => {
    const at = momentOf(lastSucceededAt?.value);
    return at !== undefined && !clock.hasPassed(at + interval * 1000 + 1);
  });
  return alive
    ? {
        state: 'met',
        message: `${
          alive.object.name
        } rehearses restores, and the last run succeeded within ${formatDuration(
          interval,
        )}.`,
      }
    : {
        state: 'not-met',
        message: `${
          running[0].object.name
        } rehearses restores, and no run is known to have succeeded within ${formatDuration(
          interval,
        )}.`,
        earn: 'Look at the log of its last run.',
        rules: ['restore/drill-not-running'],
      };
}

/** What rehearses it may stand elsewhere: two successes, neither an interval after the other, show that something does. */
function gradeHabit({ database, objective, clock }: ScoreContext): Grade {
  const interval = objective.drillIntervalSeconds.value * 1000;
  const succeeded = database.restores
    .filter(
      ({ state, purpose }) => state === 'succeeded' && purpose === 'drill',
    )
    .flatMap(({ readyAt }) => momentOf(readyAt) ?? [])
    .sort((a, b) => b - a);
  const [last, former] = succeeded;
  const regular =
    former !== undefined &&
    last - former <= interval &&
    !clock.hasPassed(last + interval + 1);
  return regular
    ? {
        state: 'met',
        message:
          'The last two drills succeeded within one drill interval of each other.',
      }
    : {
        state: 'not-met',
        message: 'Nothing is known to rehearse restores of it again and again.',
        earn,
      };
}
