import { RecoveryPoint } from '../../../model';
import { formatDuration } from '../../../quantity';
import { describeBackup, describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** Operators look at schedules every few minutes, and a backup waits for its turn and for its WAL. */
const operatorSeconds = 600;

/** Measured against the schedule's own times, since nobody asked for more. */
export const backupOverdue: Rule = {
  id: 'schedule/overdue',
  title: 'Backup overdue',
  description:
    'By its own schedule there should be a newer base backup, with 10 min for the operator and twice the time that the last backup took.',
  judges: 'facts',
  evaluate({ database, orders, usable, clock }) {
    const backup = describeBackup(database);
    const findings: Finding[] = [];
    for (const { schedule, times } of orders.active) {
      const newest = usable.points.find(
        ({ method, storeId }) =>
          method === schedule.method &&
          (schedule.storeId === undefined || storeId === schedule.storeId),
      );
      if (!newest || !times) continue;
      const begun = momentOf(newest.startedAt ?? newest.consistentAt);
      const due = begun === undefined ? undefined : times.next(begun);
      if (due === undefined) continue;
      const took = secondsOf(newest);
      const tolerance = operatorSeconds + 2 * took;
      if (!clock.hasPassed(due + tolerance * 1000)) continue;
      findings.push({
        rule: this.id,
        severity: 'warning',
        message: `By the schedule ${
          schedule.object.name
        } a ${backup} was due on ${describeMoment(
          due,
        )}. The newest is ${describeMoment(newest.consistentAt)}. ${allowance(
          took,
          schedule.method === 'dump-job' ? 'a job to start' : 'the operator',
        )}`,
        evidence: [schedule.expression.evidence, newest.evidence],
        ceiling: 'at-risk',
        remedy:
          schedule.method === 'dump-job'
            ? 'Look at the newest job and the log of its pod; take a dump by hand meanwhile.'
            : 'Look at the newest backup object and the log of the operator; take a backup by hand meanwhile.',
      });
    }
    return findings;
  },
};

function allowance(took: number, starter: string): string {
  const operator = formatDuration(operatorSeconds);
  return took > 0
    ? `${formatDuration(
        operatorSeconds + 2 * took,
      )} were allowed: ${operator} for ${starter} and twice the ${formatDuration(
        took,
      )} that the last one took.`
    : `${operator} were allowed for ${starter}.`;
}

function secondsOf({
  startedAt,
  endedAt,
  consistentAt,
}: RecoveryPoint): number {
  const from = momentOf(startedAt);
  const to = momentOf(endedAt ?? consistentAt);
  return from === undefined || to === undefined
    ? 0
    : Math.max(0, to - from) / 1000;
}
