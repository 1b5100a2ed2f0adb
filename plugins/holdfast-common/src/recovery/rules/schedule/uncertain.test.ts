import { aSchedule, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleUncertain } from './uncertain';

const schedules = [
  aSchedule({
    uncertain: observed('it does not show which server it reads', '.spec.args'),
  }),
];

describe('schedule/uncertain', () => {
  it('leaves it open where nothing else backs the database up', () => {
    const [finding] = findingsOf(scheduleUncertain, {
      schedules,
      recoveryPoints: [],
    });
    expect(finding).toMatchObject({ severity: 'warning', ceiling: 'unknown' });
    expect(finding.message).toBe(
      'ScheduledBackup orders-daily may back this database up, and that cannot be told: it does not show which server it reads.',
    );
  });

  it('only mentions it beside backups that count', () => {
    const [finding] = findingsOf(scheduleUncertain, { schedules });
    expect(finding.severity).toBe('info');
    expect(finding.ceiling).toBeUndefined();
  });

  it('has nothing to say of what is told', () => {
    expect(findingsOf(scheduleUncertain)).toEqual([]);
  });
});
