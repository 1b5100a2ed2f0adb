import {
  aDatabase,
  ago,
  aPoint,
  observed,
  sampled,
} from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { rpoMissed } from './rpo-missed';

const { archiving } = aDatabase();

function snapshotsOnly(hours: number) {
  return {
    archiving: { ...archiving, configured: observed(false) },
    recoveryPoints: [aPoint({ consistentAt: ago({ hours }), needsWal: false })],
  };
}

const ofOneDay = { objective: anObjective({ rpo: 86_400 }) };

describe('objective/rpo-missed', () => {
  // DESIGN.md, section 5: At risk = an objective is missed, or will be within a fifth of its length.
  it.each([
    ['in time', 19, undefined],
    ['nearly too old', 20, 'warning'],
    ['as old as allowed', 24, 'warning'],
    ['too old', 25, 'critical'],
  ])('looks at the newest point: %s', (_, hours, severity) => {
    const [finding] = findingsOf(rpoMissed, snapshotsOnly(hours), ofOneDay);
    expect(finding?.severity).toBe(severity);
    expect(finding?.ceiling).toBe(severity && 'at-risk');
  });

  it('gives the numbers', () => {
    const [missed] = findingsOf(rpoMissed, snapshotsOnly(25), ofOneDay);
    expect(missed.message).toBe(
      'A corruption or deletion of the data would cost the changes of 1 d 1 h: the latest restorable moment is 2026-11-19 11:00 UTC. The objective is 1 d.',
    );
    const [soon] = findingsOf(rpoMissed, snapshotsOnly(20), ofOneDay);
    expect(soon.message).toContain('will be missed within 4 h 48 min');
  });

  it('does not call an idle database exposed', () => {
    // operators.md, section 8: ready == 0 means an exposure of at most archive_timeout, though the last archived WAL is old.
    expect(
      findingsOf(
        rpoMissed,
        {
          archiving: {
            ...archiving,
            lastArchivedAt: sampled(ago({ days: 2 })),
          },
        },
        { objective: anObjective({ rpo: 300 }) },
      ),
    ).toEqual([]);
  });

  it('measures a backlog from the last archived segment', () => {
    const [finding] = findingsOf(rpoMissed, {
      archiving: {
        ...archiving,
        backlogSegments: sampled(12),
        lastArchivedAt: sampled(ago({ minutes: 90 })),
      },
    });
    expect(finding.message).toContain('1 h 30 min');
  });

  it('lets a segment take its time to arrive', () => {
    expect(
      findingsOf(
        rpoMissed,
        {
          archiving: {
            ...archiving,
            backlogSegments: sampled(1),
            lastArchivedAt: sampled(ago({ minutes: 5, seconds: 59 })),
          },
        },
        { objective: anObjective({ rpo: 300 }) },
      ),
    ).toEqual([]);
  });

  it('judges by the archive timeout, not by the moment within it', () => {
    const [finding] = findingsOf(
      rpoMissed,
      {
        archiving: {
          ...archiving,
          lastArchivedAt: sampled(ago({ seconds: 5 })),
        },
      },
      { objective: anObjective({ rpo: 60 }) },
    );
    expect(finding.message).toBe(
      'A corruption or deletion of the data may cost the changes of up to 5 min. The objective is 1 min.',
    );
  });

  it('judges the loss of a zone only where zones are known', () => {
    const objective = anObjective({ rpoOf: { zone: 60 } });
    const inOneZone = aDatabase().instances.map(instance => ({
      ...instance,
      zone: observed('zone-1'),
    }));
    expect(
      findingsOf(rpoMissed, { instances: inOneZone }, { objective }),
    ).toMatchObject([
      { message: expect.stringContaining('The loss of the zone') },
    ]);
    const unknown = inOneZone.map(({ zone: _, ...instance }) => instance);
    expect(
      findingsOf(rpoMissed, { instances: unknown }, { objective }),
    ).toEqual([]);
  });
});
