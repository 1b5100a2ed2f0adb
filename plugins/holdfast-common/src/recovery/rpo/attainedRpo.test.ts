import { Database } from '../../model';
import {
  aDatabase,
  ago,
  anInstance,
  aPersistence,
  aPoint,
  aRedis,
  aVolume,
  now,
  observed,
  sampled,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import { assess } from '../assess';

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

// https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
describe('attained RPO of a server that works in memory', () => {
  const log = { enabled: observed(false) };
  const interval = observed(900);

  function rpoOfRedis(overrides: Partial<Database> = {}) {
    return assess({
      database: aRedis(overrides),
      objective: anObjective(),
      now,
    }).rpo;
  }

  it('loses a second with its node, and what the last copy of the volume lacks with its data', () => {
    const { instance, data } = rpoOfRedis();
    expect(instance).toMatchObject({ atMostSeconds: 1, basis: 'bounded' });
    // The newest snapshot is of 02:02:00; what it holds is a second older.
    expect(data).toMatchObject({
      basis: 'points',
      seconds: (9 * 60 + 58) * 60 + 1,
      latestRestorable: '2026-11-20T02:01:59.000Z',
    });
  });

  it('loses what changed since its last snapshot without a log', () => {
    const measured = (snapshots: object) =>
      rpoOfRedis({
        persistence: aPersistence({
          log,
          snapshots: { longestIntervalSeconds: interval, ...snapshots },
        }),
      });
    expect(measured({}).instance).toMatchObject({
      seconds: 900,
      atMostSeconds: 900,
      basis: 'bounded',
    });
    const lastSavedAt = sampled(ago({ minutes: 5 }));
    expect(
      measured({ lastSavedAt, changesSince: sampled(7) }).instance,
    ).toMatchObject({ seconds: 300, atMostSeconds: 900, basis: 'measured' });
    expect(
      measured({ lastSavedAt, changesSince: sampled(0) }).instance.seconds,
    ).toBe(0);
    const failing = measured({ lastSavedAt, succeeded: sampled(false) });
    expect(failing.instance).toMatchObject({ seconds: 300, basis: 'measured' });
    expect(failing.instance.atMostSeconds).toBeUndefined();
    // 15 min older than the copy of the volume.
    expect(measured({}).data.latestRestorable).toBe('2026-11-20T01:47:00.000Z');
  });

  it('loses all where nothing outlives the pod', () => {
    for (const storage of ['none', 'ephemeral'] as const) {
      const { instance, data } = rpoOfRedis({
        persistence: aPersistence({ storage: observed(storage) }),
      });
      expect(instance.seconds).toBeUndefined();
      expect(data.seconds).toBeUndefined();
    }
  });

  it('loses what its replica lacks where one takes over, whatever its own volume keeps', () => {
    const { instance } = rpoOfRedis({
      desiredInstances: observed(2),
      instances: [anInstance(1), anInstance(2, { lagSeconds: sampled(2) })],
    });
    expect(instance).toMatchObject({ seconds: 2, basis: 'measured' });
  });

  it('restores a dump to its own moment', () => {
    const dump = aPoint({
      method: 'dump-job',
      needsWal: false,
      consistentAt: ago({ hours: 3 }),
      storeId: 'snapshots',
    });
    expect(
      rpoOfRedis({
        recoveryPoints: [dump],
        persistence: aPersistence({ log, snapshots: undefined }),
      }).data.seconds,
    ).toBe(3 * 3600);
  });
});
