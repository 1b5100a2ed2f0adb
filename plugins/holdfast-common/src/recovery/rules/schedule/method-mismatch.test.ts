import { aSchedule, aStore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleMethodMismatch } from './method-mismatch';

describe('schedule/method-mismatch', () => {
  it('catches the default method beside the plugin', () => {
    const schedules = [aSchedule({ method: 'barman-in-tree' })];
    expect(findingsOf(scheduleMethodMismatch, { schedules })).toMatchObject([
      {
        ceiling: 'at-risk',
        message:
          'The schedule orders-daily takes backups by barman-in-tree, but the database is set up for barman-cloud-plugin (s3://backups/shop/orders).',
      },
    ]);
  });

  it('lets snapshots go beside an archiver', () => {
    expect(
      findingsOf(scheduleMethodMismatch, {
        schedules: [aSchedule({ method: 'volume-snapshot' })],
        stores: [aStore(), aStore({ id: 's', method: 'volume-snapshot' })],
      }),
    ).toEqual([]);
  });

  it.each([
    ['of the same method', aSchedule()],
    ['of a plugin that is not known', aSchedule({ method: 'other' })],
  ])('has nothing to say of a schedule %s', (_, schedule) => {
    expect(
      findingsOf(scheduleMethodMismatch, { schedules: [schedule] }),
    ).toEqual([]);
  });
});
