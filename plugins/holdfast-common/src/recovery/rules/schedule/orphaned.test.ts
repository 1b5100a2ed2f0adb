import { aPoint, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { scheduleOrphaned } from './orphaned';

const of = (exists: boolean, rest: Parameters<typeof findingsOf>[1] = {}) =>
  findingsOf(scheduleOrphaned, {
    recoveryPoints: [
      aPoint({
        schedule: {
          name: 'nightly',
          exists,
          evidence: observed('nightly').evidence,
        },
      }),
    ],
    ...rest,
  });

describe('schedule/orphaned', () => {
  it('warns that none will follow', () => {
    expect(of(false, { schedules: [] })).toMatchObject([
      {
        severity: 'warning',
        ceiling: 'at-risk',
        message: expect.stringContaining(
          'was taken by the schedule nightly, which no longer exists.',
        ),
      },
    ]);
  });

  it('does not mind where another schedule goes on', () => {
    expect(of(false)).toMatchObject([{ severity: 'info' }]);
  });

  it('has nothing to say of a schedule that is there, or of backups by hand', () => {
    expect(of(true, { schedules: [] })).toEqual([]);
    expect(findingsOf(scheduleOrphaned, { schedules: [] })).toEqual([]);
  });
});
