import {
  aDatabase,
  ago,
  aPoint,
  aSchedule,
  aStore,
  observed,
  sampled,
} from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeNoSignOfLife } from './no-sign-of-life';

const { archiving } = aDatabase();

/** Nothing but the newest base backup speaks for the store. */
function silentFor(hours: number) {
  const consistentAt = ago({ hours });
  return {
    archiving: { ...archiving, lastArchivedAt: sampled(consistentAt) },
    recoveryPoints: [aPoint({ consistentAt })],
    stores: [aStore({ lastSuccessfulBackup: observed(consistentAt) })],
  };
}

describe('store/no-sign-of-life', () => {
  // A day, and a fifth more: 28 h 48 min.
  it('lets an idle database be silent for a day', () => {
    expect(findingsOf(storeNoSignOfLife, silentFor(28))).toEqual([]);
    expect(findingsOf(storeNoSignOfLife, silentFor(29))).toMatchObject([
      {
        ceiling: 'at-risk',
        message: expect.stringContaining('more than 1 d 5 h ago'),
      },
    ]);
  });

  it.each([
    [
      'a weekly schedule',
      { schedules: [aSchedule({ expression: observed('@weekly') })] },
      {},
    ],
    [
      'an objective of a week',
      {},
      { objective: anObjective({ rpo: 604_800 }) },
    ],
  ])('waits for longer with %s', (_, overrides, options) => {
    expect(
      findingsOf(
        storeNoSignOfLife,
        { ...silentFor(29), ...overrides },
        options,
      ),
    ).toEqual([]);
  });

  it('takes an archived segment for a sign', () => {
    expect(
      findingsOf(storeNoSignOfLife, { ...silentFor(29), archiving }),
    ).toEqual([]);
  });
});
