import { aRestore, ago, sampled } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { rtoMissed } from './rto-missed';

const objective = anObjective({ rto: 3600 });

describe('objective/rto-missed', () => {
  it('holds the last restore against the objective', () => {
    const slow = aRestore({
      startedAt: ago({ days: 7 }),
      readyAt: ago({ days: 6, hours: 22 }),
    });
    expect(
      findingsOf(rtoMissed, { restores: [slow] }, { objective }),
    ).toMatchObject([
      {
        severity: 'critical',
        ceiling: 'at-risk',
        message:
          'The last restore, on 2026-11-13 14:00 UTC, took 2 h. The objective is 1 h.',
      },
    ]);
  });

  it('marks an estimate as one and names what it is made from', () => {
    const [finding] = findingsOf(
      rtoMissed,
      { sizeBytes: sampled(400 * 2 ** 30) },
      { objective },
    );
    // 120 s + 400 GiB / 100 MiB/s + 288 segments of 16 MiB / 50 MiB/s = 4308 s
    expect(finding.message).toContain('about 1 h 12 min');
    expect(finding.message).toContain('an estimate: size 400 GiB');
    expect(finding).toMatchObject({ severity: 'warning', ceiling: 'at-risk' });
  });

  it.each([
    ['a fast restore', { restores: [aRestore()] }],
    ['a small database', {}],
    ['a database of unknown size', { sizeBytes: undefined, volumes: [] }],
  ])('has nothing to say of %s', (_, overrides) => {
    expect(findingsOf(rtoMissed, overrides, { objective })).toEqual([]);
  });

  it('knows that a failover takes its time', () => {
    const [finding] = findingsOf(
      rtoMissed,
      {},
      { objective: anObjective({ rtoOf: { instance: 30 } }) },
    );
    expect(finding.message).toContain('failover to a replica 2 min');
  });
});
