import { formatDuration } from '../../../quantity';
import { describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** Operators look at schedules every few minutes at the latest. */
const toleranceSeconds = 600;

/** A schedule that exists is not one that runs. */
export const scheduleNeverRan: Rule = {
  id: 'schedule/never-ran',
  title: 'Schedule never ran',
  description:
    'A schedule should have run by now, but its operator has never written down that it did.',
  judges: 'facts',
  evaluate({ orders, clock }) {
    const findings: Finding[] = [];
    for (const { schedule, times } of orders.active) {
      const { object, createdAt, immediate, lastScheduledAt } = schedule;
      const created = momentOf(createdAt);
      if (lastScheduledAt || created === undefined || !times) continue;
      const due = immediate ? created : times.next(created);
      if (due === undefined) continue;
      if (!clock.hasPassed(due + toleranceSeconds * 1000)) continue;
      findings.push({
        rule: this.id,
        severity: 'warning',
        message: `The schedule ${
          object.name
        } should have run on ${describeMoment(
          due,
        )} and never did (${formatDuration(toleranceSeconds)} are allowed for ${
          schedule.method === 'dump-job'
            ? 'a job to start'
            : 'its operator to notice'
        }).`,
        evidence: [schedule.expression.evidence],
        ceiling: 'at-risk',
        remedy:
          schedule.method === 'dump-job'
            ? 'Look at the events of the CronJob, and take a dump by hand meanwhile.'
            : 'Look at the log of the operator, and take a backup by hand meanwhile.',
      });
    }
    return findings;
  },
};
