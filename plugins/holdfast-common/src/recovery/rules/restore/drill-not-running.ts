import { DrillSchedule } from '../../../model';
import { formatDuration, readCron } from '../../../quantity';
import { Clock } from '../../Clock';
import { describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** A drill of a large database takes its time. */
const firstRunMs = 86_400_000;

/** One may fail for the weather; three in a row do not. */
const missedRuns = 3;

/**
 * A drill that nobody watches stops without a sound, and with it the proof (as the one of KBVE/kbve#13135 did: wedged for 50 days, with not one of its
 * jobs ever done). It puts no ceiling on the verdict: whether there is proof is for the restores to say.
 */
export const drillNotRunning: Rule = {
  id: 'restore/drill-not-running',
  title: 'Drill does not run',
  description:
    'A scheduled drill is suspended, has never succeeded, has missed three runs, or has not succeeded within the drill interval of the objective.',
  judges: 'facts',
  evaluate({ database, objective, clock }) {
    const intervalSeconds = objective.drillIntervalSeconds.value;
    return (database.drills ?? []).flatMap(drill => {
      const what = whatIsWrong({ drill, clock, intervalSeconds });
      if (what === undefined) return [];
      const finding: Finding = {
        rule: this.id,
        severity: 'warning',
        message: `The drill ${drill.object.name} ${what}`,
        evidence: [
          drill.suspended.value
            ? drill.suspended.evidence
            : drill.lastSucceededAt?.evidence ?? drill.expression.evidence,
        ],
        remedy: drill.suspended.value
          ? 'Resume it, or remove it if something else restores this database for practice.'
          : 'Look at the jobs of the drill and at their log: a lock, a quota or a missing permission holds it up.',
      };
      return [finding];
    });
  },
};

function whatIsWrong(options: {
  drill: DrillSchedule;
  clock: Clock;
  intervalSeconds: number;
}): string | undefined {
  const { drill, clock, intervalSeconds } = options;
  const { lastSucceededAt, createdAt, dialect, timeZone } = drill;
  const succeededAt = momentOf(lastSucceededAt?.value);
  const last =
    succeededAt === undefined
      ? 'None of its runs is known to have succeeded.'
      : `It last succeeded on ${describeMoment(succeededAt)}.`;
  if (drill.suspended.value) return `is suspended. ${last}`;

  const expression = drill.expression.value;
  const { schedule } = readCron(expression, { dialect, timeZone });
  const runAfter = (moment: number | undefined) =>
    moment === undefined ? undefined : schedule?.next(moment);
  if (succeededAt === undefined) {
    const first = runAfter(momentOf(createdAt));
    const isDue = first === undefined || clock.hasPassed(first + firstRunMs);
    return isDue
      ? `has never succeeded, though it runs by "${expression}".`
      : undefined;
  }
  const next = runAfter(succeededAt);
  let missed = next;
  for (let run = 1; run < missedRuns; run++) missed = runAfter(missed);
  if (missed !== undefined && clock.hasPassed(missed)) {
    return `has missed at least ${missedRuns} runs of "${expression}". ${last}`;
  }
  const expired = succeededAt + intervalSeconds * 1000;
  const isLate =
    next !== undefined && clock.hasPassed(Math.max(expired, next + firstRunMs));
  return isLate
    ? `should have succeeded since by "${expression}". ${last} The objective asks for a restore every ${formatDuration(
        intervalSeconds,
      )}.`
    : undefined;
}
