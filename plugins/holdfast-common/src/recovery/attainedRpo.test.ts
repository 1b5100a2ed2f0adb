import { Database } from '../model';
import {
  aDatabase,
  ago,
  anInstance,
  aPoint,
  aVolume,
  now,
  observed,
  sampled,
} from './__testUtils__/aDatabase';
import { anObjective } from './__testUtils__/anObjective';
import { assess } from './assess';

const { archiving } = aDatabase();

function rpoOf(overrides: Partial<Database>) {
  const database = aDatabase(overrides);
  return assess({ database, objective: anObjective(), now }).rpo;
}

function rpoArchiving(overrides: Partial<Database['archiving']>) {
  return rpoOf({ archiving: { ...archiving, ...overrides } }).data;
}

// operators.md, section 8: attained RPO = now - latest provably recoverable point.
describe('attained RPO of a loss of data', () => {
  it.each<[string, Partial<Database['archiving']>, object]>([
    [
      'a segment arrived 3 min ago and none waits',
      {},
      { seconds: 180, atMostSeconds: 300, basis: 'measured' },
    ],
    [
      'nothing was written for 9 h',
      { lastArchivedAt: sampled(ago({ hours: 9 })) },
      { seconds: 300, atMostSeconds: 300, basis: 'measured' },
    ],
    [
      'segments have waited for 2 h',
      {
        backlogSegments: sampled(7),
        lastArchivedAt: sampled(ago({ hours: 2 })),
      },
      {
        seconds: 7200,
        basis: 'measured',
        latestRestorable: ago({ hours: 2 }),
      },
    ],
    [
      'the sample of a backlog is old',
      {
        backlogSegments: sampled(7, ago({ hours: 1 })),
        lastArchivedAt: sampled(ago({ hours: 2 }), ago({ hours: 1 })),
      },
      { seconds: 7200, basis: 'measured' },
    ],
    [
      'only the operator says that it works',
      { backlogSegments: undefined, lastArchivedAt: undefined },
      { seconds: 300, atMostSeconds: 300, basis: 'bounded' },
    ],
    [
      'archiving fails, and metrics show since when',
      {
        working: observed(false),
        workingSince: ago({ minutes: 1 }),
        lastArchivedAt: sampled(ago({ minutes: 5 })),
      },
      { seconds: 300, basis: 'measured' },
    ],
    [
      'archiving fails, and only the operator says since when',
      {
        working: observed(false),
        workingSince: ago({ minutes: 30 }),
        backlogSegments: undefined,
        lastArchivedAt: undefined,
      },
      { seconds: 2100, basis: 'bounded' },
    ],
    [
      'nothing closes a segment but its being full',
      {
        timeoutSeconds: observed(0),
        lastArchivedAt: sampled(ago({ hours: 1 })),
      },
      { seconds: 3600, basis: 'measured' },
    ],
    [
      'nobody says anything',
      {
        working: undefined,
        backlogSegments: undefined,
        lastArchivedAt: undefined,
      },
      { basis: 'points', latestRestorable: ago({ hours: 9, minutes: 58 }) },
    ],
  ])('when %s', (_, overrides, expected) => {
    expect(rpoArchiving(overrides)).toMatchObject(expected);
  });

  it('is the age of the newest point without an archiver', () => {
    const { data } = rpoOf({
      archiving: { ...archiving, configured: observed(false) },
      recoveryPoints: [
        aPoint({ needsWal: false, consistentAt: ago({ hours: 30 }) }),
        aPoint({ needsWal: false, consistentAt: ago({ hours: 6 }) }),
      ],
    });
    expect(data).toMatchObject({ seconds: 21_600, basis: 'points' });
    expect(data.atMostSeconds).toBeUndefined();
  });

  it('cannot be told without a base backup', () => {
    expect(rpoOf({ recoveryPoints: [] }).data).toEqual({ evidence: [] });
  });

  it('is not negative by clocks that disagree', () => {
    const { seconds } = rpoArchiving({
      lastArchivedAt: sampled(ago({ seconds: -20 })),
    });
    expect(seconds).toBe(0);
  });
});

describe('attained RPO of a loss of the primary and its node', () => {
  it('is the lag of the nearest replica elsewhere', () => {
    const { instance } = rpoOf({
      instances: [
        anInstance(1),
        anInstance(2, { lagSeconds: sampled(7) }),
        anInstance(3, { lagSeconds: sampled(2) }),
      ],
    });
    expect(instance).toMatchObject({ seconds: 2, basis: 'measured' });
  });

  it('is nothing where commits wait for a replica', () => {
    const synchronous = {
      ...observed(1),
      value: { number: 1, durability: 'required' as const },
    };
    expect(rpoOf({ synchronous }).instance).toMatchObject({ seconds: 0 });
  });

  it('is what the archive lacks where the lag is not known', () => {
    const stale = sampled(0, ago({ minutes: 6 }));
    const { instance, data } = rpoOf({
      instances: [anInstance(1), anInstance(2, { lagSeconds: stale })],
    });
    expect(instance.seconds).toBe(data.seconds);
  });

  it.each<[string, Partial<Database>, number]>([
    ['goes along to another node', { volumes: [aVolume(1)] }, 0],
    [
      'goes with the node',
      { volumes: [aVolume(1, { nodeLocal: observed(true) })] },
      180,
    ],
    ['could not be read', { volumes: [] }, 180],
  ])('of a single instance whose volume %s', (_, volumes, seconds) => {
    const { instance } = rpoOf({
      desiredInstances: observed(1),
      instances: [anInstance(1)],
      ...volumes,
    });
    expect(instance.seconds).toBe(seconds);
  });
});

describe('attained RPO of a loss of a zone', () => {
  it('is told where instances stand in several', () => {
    expect(rpoOf({}).zone).toMatchObject({ seconds: 0, basis: 'measured' });
  });

  it('is that of the data where all stand in one', () => {
    const instances = aDatabase().instances.map(instance => ({
      ...instance,
      zone: observed('zone-1'),
    }));
    expect(rpoOf({ instances }).zone.seconds).toBe(180);
  });

  it('is not told where zones are not known', () => {
    const instances = aDatabase().instances.map(
      ({ zone: _, ...instance }) => instance,
    );
    expect(rpoOf({ instances }).zone.seconds).toBeUndefined();
  });
});

describe('attained RPO of a loss of a region', () => {
  it('is not told by the facts of one cluster', () => {
    expect(rpoOf({}).region).toEqual({ evidence: [] });
  });
});
