import { Database } from '../../model';
import {
  aDatabase,
  ago,
  anInstance,
  aPoint,
  aRestore,
  aVolume,
  now,
  observed,
  sampled,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import { assess } from '../assess';

const gibibyte = 2 ** 30;

function rtoOf(overrides: Partial<Database>) {
  const database = aDatabase(overrides);
  return assess({ database, objective: anObjective(), now }).rto;
}

describe('attained RTO of a loss of data', () => {
  it('is what the last restore took', () => {
    const { data } = rtoOf({
      restores: [
        aRestore({ startedAt: ago({ days: 9 }) }),
        aRestore({
          startedAt: ago({ days: 2 }),
          readyAt: ago({ days: 1, hours: 23 }),
        }),
      ],
    });
    expect(data).toMatchObject({
      seconds: 3600,
      basis: 'measured',
      measuredAt: ago({ days: 1, hours: 23 }),
    });
  });

  it('is estimated from size, throughput and replay otherwise', () => {
    const { data } = rtoOf({ sizeBytes: sampled(100 * gibibyte) });
    // 120 s + 100 GiB / 100 MiB/s + one day of 16 MiB per 300 s / 50 MiB/s
    expect(data.seconds).toBe(Math.round(120 + 1024 + 92.16));
    expect(data.basis).toBe('estimated');
    expect(data.inputs).toEqual([
      'size 100 GiB',
      'provisioning 2 min (assumed)',
      'restore throughput 100 MiB/s (assumed)',
      'WAL of 1 d since the base backup 4.5 GiB (assumed: one segment per 5 min)',
      'replay 50 MiB/s (assumed)',
    ]);
  });

  it('takes the volume for the size where that is not known', () => {
    const { data } = rtoOf({
      sizeBytes: undefined,
      volumes: [aVolume(1), aVolume(1, { role: 'tablespace' }), aVolume(2)],
    });
    expect(data.inputs[0]).toBe('volume (size unknown) 40 GiB');
  });

  it('replays nothing without an archiver', () => {
    const { data } = rtoOf({
      archiving: { ...aDatabase().archiving, configured: observed(false) },
      recoveryPoints: [aPoint({ needsWal: false })],
    });
    expect(data.inputs).toHaveLength(3);
  });

  it.each<[string, Partial<Database>]>([
    ['there is nothing to restore from', { recoveryPoints: [] }],
    ['nothing tells how much', { sizeBytes: undefined, volumes: [] }],
  ])('is not told where %s', (_, overrides) => {
    expect(rtoOf(overrides).data).toEqual({ inputs: [], evidence: [] });
  });

  it('does not take the restore of an earlier incarnation for its own', () => {
    const { data } = rtoOf({
      createdAt: ago({ days: 2 }),
      restores: [aRestore({ startedAt: ago({ days: 7 }) })],
    });
    expect(data.basis).toBe('estimated');
  });
});

describe('attained RTO of a loss of the primary and its node', () => {
  const alone: Partial<Database> = {
    desiredInstances: observed(1),
    instances: [anInstance(1)],
  };

  it.each<[string, Partial<Database>, number]>([
    ['a failover', {}, 120],
    ['moving the volume', { ...alone, volumes: [aVolume(1)] }, 660],
    [
      'a restore',
      {
        ...alone,
        volumes: [aVolume(1, { nodeLocal: observed(true) })],
        restores: [aRestore()],
      },
      600,
    ],
    [
      'the longest of these where nothing tells which',
      { ...alone, volumes: [], restores: [aRestore()] },
      660,
    ],
  ])('is that of %s', (_, overrides, seconds) => {
    expect(rtoOf(overrides).instance.seconds).toBe(seconds);
  });
});
