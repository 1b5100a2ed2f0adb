import { ago, aPoint } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { noSchedule } from './none';

describe('schedule/none', () => {
  it('warns at once, and bears on the verdict after a week', () => {
    const of = (days: number) =>
      findingsOf(noSchedule, {
        schedules: [],
        recoveryPoints: [aPoint({ consistentAt: ago({ days }) })],
      });
    expect(of(6)[0].ceiling).toBeUndefined();
    expect(of(8)[0].ceiling).toBe('at-risk');
  });

  it('does not miss what nobody could read', () => {
    expect(
      findingsOf(noSchedule, {
        schedules: [],
        missing: [
          {
            area: 'schedules',
            kind: 'ScheduledBackup.postgresql.cnpg.io',
            reason: 'forbidden',
            message: '',
          },
        ],
      }),
    ).toEqual([]);
  });

  it('is content with one', () => {
    expect(findingsOf(noSchedule)).toEqual([]);
  });
});
