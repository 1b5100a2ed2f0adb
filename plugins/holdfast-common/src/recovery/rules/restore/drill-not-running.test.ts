import { DrillSchedule } from '../../../model';
import { ago, observed, reference } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { drillNotRunning } from './drill-not-running';

/** Every Sunday at three, for a year; it last succeeded on Sunday, the 15th. The fixtures are of Friday, the 20th. */
function aDrill(overrides: Partial<DrillSchedule> = {}): DrillSchedule {
  return {
    object: { ...reference, kind: 'CronJob.batch', name: 'orders-drill' },
    expression: observed('0 3 * * 0', '.spec.schedule'),
    dialect: 'kubernetes',
    suspended: observed(false, '.spec.suspend'),
    createdAt: ago({ days: 365 }),
    lastStartedAt: observed('2026-11-15T03:00:00Z'),
    lastSucceededAt: observed('2026-11-15T03:12:00Z'),
    ...overrides,
  };
}

function messagesOf(
  drill: DrillSchedule,
  objective = anObjective({ drillInterval: 90 * 86_400 }),
) {
  return findingsOf(drillNotRunning, { drills: [drill] }, { objective }).map(
    ({ message, ceiling }) => ({ message, ceiling }),
  );
}

describe('restore/drill-not-running', () => {
  it.each([
    ['succeeded on time', {}],
    ['failed once', { lastSucceededAt: observed('2026-11-08T03:12:00Z') }],
    [
      'is younger than its first run',
      { createdAt: ago({ days: 4 }), lastSucceededAt: undefined },
    ],
    [
      'had its first run today',
      {
        expression: observed('0 3 * * 5'),
        createdAt: ago({ days: 4 }),
        lastSucceededAt: undefined,
      },
    ],
  ])('is satisfied by a drill that %s', (_, overrides) => {
    expect(messagesOf(aDrill(overrides))).toEqual([]);
  });

  it('needs no drill', () => {
    expect(findingsOf(drillNotRunning)).toEqual([]);
  });

  // KBVE/kbve#13135: wedged for 50 days, and 3 of 3 jobs never succeeded.
  it('tells of one that has never succeeded, and leaves the verdict to the restores', () => {
    expect(
      messagesOf(
        aDrill({ createdAt: ago({ days: 50 }), lastSucceededAt: undefined }),
      ),
    ).toEqual([
      {
        message:
          'The drill orders-drill has never succeeded, though it runs by "0 3 * * 0".',
        ceiling: undefined,
      },
    ]);
  });

  it.each([
    [
      'is suspended',
      { suspended: observed(true, '.spec.suspend') },
      'The drill orders-drill is suspended. It last succeeded on 2026-11-15 03:12 UTC.',
    ],
    [
      'is suspended and never succeeded',
      { suspended: observed(true), lastSucceededAt: undefined },
      'The drill orders-drill is suspended. None of its runs is known to have succeeded.',
    ],
    [
      // The runs of 1, 8 and 15 November.
      'has missed three runs',
      { lastSucceededAt: observed('2026-10-25T03:12:00Z') },
      'The drill orders-drill has missed at least 3 runs of "0 3 * * 0". It last succeeded on 2026-10-25 03:12 UTC.',
    ],
    [
      // Monthly: the runs of 1 September to 1 November are three, so that of 1 October last succeeded here.
      'has not succeeded within the interval',
      {
        expression: observed('0 3 1 * *'),
        lastSucceededAt: observed('2026-10-01T03:12:00Z'),
      },
      'The drill orders-drill should have succeeded since by "0 3 1 * *". It last succeeded on 2026-10-01 03:12 UTC. The objective asks for a restore every 30 d.',
    ],
  ])('tells of one that %s', (_, overrides, message) => {
    const objective = anObjective({ drillInterval: 30 * 86_400 });
    expect(messagesOf(aDrill(overrides), objective)).toEqual([
      { message, ceiling: undefined },
    ]);
  });

  it('does not ask more of a drill than its own schedule', () => {
    const quarterly = aDrill({
      expression: observed('0 3 1 1,4,7,10 *'),
      lastSucceededAt: observed('2026-10-01T03:12:00Z'),
    });
    expect(
      messagesOf(quarterly, anObjective({ drillInterval: 30 * 86_400 })),
    ).toEqual([]);
  });

  it('reads the time zone of the CronJob', () => {
    const inTokyo = aDrill({
      timeZone: 'Asia/Tokyo',
      lastSucceededAt: observed('2026-11-14T18:12:00Z'),
    });
    expect(messagesOf(inTokyo)).toEqual([]);
  });
});
