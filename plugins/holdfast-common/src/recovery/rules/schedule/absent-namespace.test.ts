import { aSchedule, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleAbsentNamespace } from './absent-namespace';

describe('schedule/absent-namespace', () => {
  it('names what is not there', () => {
    expect(
      findingsOf(scheduleAbsentNamespace, {
        schedules: [aSchedule({ absentNamespaces: observed('shpo, old') })],
      }),
    ).toMatchObject([
      {
        severity: 'info',
        message:
          'The schedule orders-daily names namespaces that do not exist: shpo, old.',
      },
    ]);
  });

  it('is silent where all are', () => {
    expect(findingsOf(scheduleAbsentNamespace)).toEqual([]);
  });
});
