import { ago, aSchedule, aStore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleNeverRan } from './never-ran';

function created(
  createdAt: string,
  overrides: Parameters<typeof aSchedule>[0] = {},
) {
  return {
    schedules: [
      aSchedule({
        createdAt,
        immediate: false,
        lastScheduledAt: undefined,
        ...overrides,
      }),
    ],
  };
}

describe('schedule/never-ran', () => {
  // Every night at 02:00; it is noon.
  it('knows when the first run was due', () => {
    expect(
      findingsOf(scheduleNeverRan, created(ago({ hours: 11 }))),
    ).toMatchObject([
      {
        ceiling: 'at-risk',
        message:
          'The schedule orders-daily should have run on 2026-11-20 02:00 UTC and never did (10 min are allowed for its operator to notice).',
      },
    ]);
    expect(findingsOf(scheduleNeverRan, created(ago({ hours: 9 })))).toEqual(
      [],
    );
  });

  it('looks at the events of a CronJob, which no operator runs', () => {
    const [{ message, remedy }] = findingsOf(scheduleNeverRan, {
      ...created(ago({ hours: 11 }), { method: 'dump-job' }),
      stores: [aStore({ method: 'dump-job' })],
    });
    expect(remedy).toContain('events of the CronJob');
    expect(`${message} ${remedy}`).not.toContain('operator');
  });

  it('expects an immediate one to run at once', () => {
    const immediate = true;
    expect(
      findingsOf(
        scheduleNeverRan,
        created(ago({ minutes: 11 }), { immediate }),
      ),
    ).toHaveLength(1);
    expect(
      findingsOf(scheduleNeverRan, created(ago({ minutes: 9 }), { immediate })),
    ).toEqual([]);
  });

  it('has nothing to say of one that ran', () => {
    expect(findingsOf(scheduleNeverRan)).toEqual([]);
  });
});
