import { describeRuns, findFiveFieldTrap } from '../../../quantity';
import { Finding } from '../../Finding';
import { Rule } from '../../Rule';

/** CloudNativePG reads seconds first and takes five fields for six without the day of the week. */
export const scheduleFiveFieldCron: Rule = {
  id: 'schedule/five-field-cron',
  title: 'Five-field cron that means something else',
  description:
    'A schedule has five fields. Its operator reads the first as seconds, so that it runs at other times than it looks.',
  judges: 'arrangement',
  evaluate({ orders, clock }) {
    const findings: Finding[] = [];
    for (const { schedule } of orders.all) {
      if (schedule.dialect !== 'cloudnative-pg') continue;
      const { expression, object } = schedule;
      const trap = findFiveFieldTrap(expression.value);
      if (!trap) continue;
      const after = clock.now;
      findings.push({
        rule: this.id,
        severity: 'warning',
        message: `"${expression.value}" of ${
          object.name
        } has five fields, and CloudNativePG reads the first as seconds. It runs ${describeRuns(
          trap.actual,
          { after, count: 2 },
        )}; elsewhere it would mean ${describeRuns(trap.intended, {
          after,
          count: 2,
        })}.`,
        evidence: [expression.evidence],
        remedy: `Write "${trap.suggestion}".`,
      });
    }
    return findings;
  },
};
