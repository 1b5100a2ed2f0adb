import {
  ago,
  aPoint,
  aSchedule,
  aStore,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { backupOverdue } from './overdue';

describe('schedule/overdue', () => {
  it('says when it was due and how long it had', () => {
    const recoveryPoints = [
      aPoint({ consistentAt: ago({ days: 1, hours: 9, minutes: 58 }) }),
    ];
    expect(findingsOf(backupOverdue, { recoveryPoints })).toMatchObject([
      {
        ceiling: 'at-risk',
        message:
          'By the schedule orders-daily a base backup was due on 2026-11-20 02:00 UTC. The newest is 2026-11-19 02:02 UTC. 14 min were allowed: 10 min for the operator and twice the 2 min that the last one took.',
      },
    ]);
  });

  it('looks at the job of a dump, which no operator takes', () => {
    const [{ message, remedy }] = findingsOf(backupOverdue, {
      stores: [aStore({ method: 'dump-job' })],
      schedules: [aSchedule({ method: 'dump-job' })],
      recoveryPoints: [
        aPoint({ method: 'dump-job', consistentAt: ago({ days: 2 }) }),
      ],
    });
    expect(remedy).toContain('newest job');
    expect(`${message} ${remedy}`).not.toContain('operator');
  });

  it('counts the time until it was done, where it holds an earlier moment', () => {
    const hourly = aSchedule({ expression: observed('@hourly') });
    const newest = (minutes: number) => ({
      schedules: [hourly],
      recoveryPoints: [
        aPoint({
          startedAt: '2026-11-20T10:00:00Z',
          consistentAt: '2026-11-20T10:00:00Z',
          endedAt: `2026-11-20T10:${minutes}:00Z`,
        }),
      ],
    });
    expect(findingsOf(backupOverdue, newest(20))).toHaveLength(1);
    expect(findingsOf(backupOverdue, newest(30))).toEqual([]);
  });

  it('does not take a backup on another store for that of a schedule', () => {
    const storeId = 's3://backups/elsewhere';
    const old = ago({ days: 1, hours: 9, minutes: 58 });
    const onBoth = (elsewhere: string) => ({
      schedules: [aSchedule({ storeId })],
      stores: [aStore(), aStore({ id: storeId })],
      recoveryPoints: [aPoint(), aPoint({ storeId, consistentAt: elsewhere })],
    });
    expect(findingsOf(backupOverdue, onBoth(old))).toHaveLength(1);
    expect(findingsOf(backupOverdue, onBoth(aPoint().consistentAt))).toEqual(
      [],
    );
  });

  it('gives a backup the time that the last one took', () => {
    const hourly = aSchedule({ expression: observed('@hourly') });
    const newest = (minutes: number) => ({
      schedules: [hourly],
      // It is noon: due at 11:00, with 10 min and twice 20 min allowed until 11:50, or twice 30 min until 12:10.
      recoveryPoints: [
        aPoint({
          startedAt: '2026-11-20T10:00:00Z',
          consistentAt: `2026-11-20T10:${minutes}:00Z`,
        }),
      ],
    });
    expect(findingsOf(backupOverdue, newest(20))).toHaveLength(1);
    expect(findingsOf(backupOverdue, newest(30))).toEqual([]);
  });

  it.each([
    ['in time', {}],
    ['of a suspended schedule', { suspended: observed(true) }],
    ['of a schedule that cannot be read', { expression: observed('never') }],
  ])('has nothing to say of a backup %s', (_, schedule) => {
    const recoveryPoints = [
      aPoint(
        'suspended' in schedule || 'expression' in schedule
          ? { consistentAt: ago({ days: 9 }) }
          : {},
      ),
    ];
    expect(
      findingsOf(backupOverdue, {
        recoveryPoints,
        schedules: [aSchedule(schedule)],
      }),
    ).toEqual([]);
  });
});
