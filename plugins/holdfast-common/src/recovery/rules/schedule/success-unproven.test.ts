import { aSchedule, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleSuccessUnproven } from './success-unproven';

describe('schedule/success-unproven', () => {
  it('mentions a job that succeeds without a backup', () => {
    const [finding] = findingsOf(scheduleSuccessUnproven, {
      schedules: [
        aSchedule({ unproven: observed('its pipe hides a failure', '.spec') }),
      ],
    });
    expect(finding).toMatchObject({
      severity: 'info',
      message:
        'ScheduledBackup orders-daily may succeed without a backup: its pipe hides a failure.',
    });
    expect(finding.ceiling).toBeUndefined();
  });

  it('warns where nothing else would bring the database back', () => {
    const [finding] = findingsOf(scheduleSuccessUnproven, {
      schedules: [
        aSchedule({ unproven: observed('its pipe hides a failure', '.spec') }),
      ],
      recoveryPoints: [],
    });
    expect(finding.severity).toBe('warning');
  });

  it('has nothing to say of others', () => {
    expect(findingsOf(scheduleSuccessUnproven)).toEqual([]);
  });
});
