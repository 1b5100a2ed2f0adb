import { aSchedule, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleRefused } from './refused';

describe('schedule/refused', () => {
  it('says what is wrong with the expression', () => {
    const expression = observed('every night');
    const [finding] = findingsOf(scheduleRefused, {
      schedules: [aSchedule({ expression })],
    });
    expect(finding.ceiling).toBe('at-risk');
    expect(finding.message).toContain('orders-daily does not run: ');
    expect(finding.message).toContain('every night');
  });

  it('repeats what the operator reports', () => {
    const error = observed('cluster orders not found', '.status.error');
    const [finding] = findingsOf(scheduleRefused, {
      schedules: [aSchedule({ error })],
    });
    expect(finding.message).toContain('cluster orders not found');
    expect(finding.evidence).toContain(error.evidence);
  });

  it('has nothing to say of one that is followed', () => {
    expect(findingsOf(scheduleRefused)).toEqual([]);
  });
});
