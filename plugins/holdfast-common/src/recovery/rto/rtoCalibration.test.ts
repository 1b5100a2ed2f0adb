import { Restore } from '../../model';
import {
  aDatabase,
  ago,
  anInstance,
  aPoint,
  aRestore,
  now,
  sampled,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import { assess } from '../assess';
import { estimateRestore } from './estimateRestore';
import { medianOf, rtoCalibration } from './rtoCalibration';

const gibibyte = 2 ** 30;

/** Restores of 10 min, estimated to take so many seconds, a day apart; the last one a week ago. */
function restoresOf(...estimates: (number | undefined)[]): Restore[] {
  return estimates.map((estimatedSeconds, index) =>
    aRestore({
      startedAt: ago({ days: 7 + estimates.length - index }),
      estimatedSeconds,
    }),
  );
}

function dataRtoOf(restores: Restore[], sizeGibibytes: number) {
  const database = aDatabase({
    restores,
    sizeBytes: sampled(sizeGibibytes * gibibyte),
  });
  return assess({ database, objective: anObjective(), now }).rto.data;
}

describe('rtoCalibration', () => {
  it('is the median of measured over estimated', () => {
    // 600 s each: ratios of 2, 1.5 and 10.
    const restores = restoresOf(300, 400, 60);
    expect(rtoCalibration(aDatabase({ restores }))).toEqual({
      factor: 2,
      restores: 3,
    });
  });

  it.each([
    ['two', restoresOf(300, 300)],
    ['three of which one was not estimated', restoresOf(300, 300, undefined)],
    [
      'three of which one failed',
      [
        ...restoresOf(300, 300),
        aRestore({ state: 'failed', estimatedSeconds: 300 }),
      ],
    ],
    [
      'three of which one brought wrong data',
      [
        ...restoresOf(300, 300),
        aRestore({
          estimatedSeconds: 300,
          checks: [{ name: 'rows', passed: false }],
        }),
      ],
    ],
  ])('says nothing after %s', (_, restores) => {
    expect(rtoCalibration(aDatabase({ restores }))).toBeUndefined();
  });

  it('takes the mean of the two in the middle of an even number', () => {
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([3, 1, 2])).toBe(2);
  });
});

describe('the RTO of a database that was restored three times', () => {
  // 120 s + 6 GiB / 100 MiB/s + one day of WAL (288 segments of 16 MiB) / 50 MiB/s = 120 + 61.44 + 92.16
  const estimatedNow = 274;

  it('is the time of the last one while the size stays', () => {
    expect(dataRtoOf(restoresOf(274, 274, 274), 6)).toMatchObject({
      basis: 'measured',
      measuredBy: 'restore',
      seconds: 600,
      inputs: [],
    });
  });

  it('is the estimate times the median once the database has outgrown it, and says so', () => {
    const grown = dataRtoOf(restoresOf(300, 300, 274), 100);
    // 120 + 1024 + 92.16 = 1236 s, times 600 / 300.
    expect(grown).toMatchObject({ basis: 'estimated', seconds: 2472 });
    expect(grown.inputs).toContainEqual(
      'times 2.00: the median of what 3 restores took over what was estimated',
    );
  });

  it('stays measured with two, however much it grew', () => {
    expect(dataRtoOf(restoresOf(300, 274), 100)).toMatchObject({
      basis: 'measured',
      seconds: 600,
    });
  });

  it('is estimated without what was measured for what is to be measured next', () => {
    const database = aDatabase({ restores: restoresOf(100, 100, 100) });
    expect(estimateRestore({ database, now })).toBe(estimatedNow);
    expect(estimateRestore({ database, now, bytes: 100 * gibibyte })).toBe(
      1236,
    );
    expect(
      estimateRestore({ database: aDatabase({ recoveryPoints: [] }), now }),
    ).toBeUndefined();
    expect(
      estimateRestore({
        database: aDatabase({
          recoveryPoints: [aPoint({ incarnation: 'other' })],
        }),
        now,
      }),
    ).toBeUndefined();
  });
});

describe('the RTO of losing an instance', () => {
  const { evidence } = aRestore();
  const failover = {
    startedAt: ago({ days: 2, seconds: 66 }),
    endedAt: ago({ days: 2 }),
    evidence,
  };
  const rtoOf = (overrides: Parameters<typeof aDatabase>[0]) =>
    assess({ database: aDatabase(overrides), objective: anObjective(), now })
      .rto;

  it('is what the last failover took', () => {
    const older = {
      ...failover,
      startedAt: ago({ days: 9, seconds: 5 }),
      endedAt: ago({ days: 9 }),
    };
    const rto = rtoOf({ failovers: [failover, older] });
    expect(rto.instance).toEqual({
      seconds: 66,
      basis: 'measured',
      measuredBy: 'failover',
      measuredAt: failover.endedAt,
      inputs: [],
      evidence: [evidence],
    });
    // Nobody has tried what the loss of a zone would take.
    expect(rto.zone.basis).toBe('estimated');
  });

  it.each([
    ['of an earlier database of that name', { createdAt: ago({ days: 1 }) }],
    ['to a replica that is there no more', { instances: [anInstance(1)] }],
  ])('is not that of one %s', (_, overrides) => {
    const { instance } = rtoOf({ failovers: [failover], ...overrides });
    expect(instance.basis).not.toBe('measured');
  });

  it('names the failover when it took too long', () => {
    const { findings } = assess({
      database: aDatabase({ failovers: [failover] }),
      objective: anObjective({ rtoOf: { instance: 60 } }),
      now,
    });
    expect(
      findings.find(({ rule }) => rule === 'objective/rto-missed')?.message,
    ).toBe(
      'The last failover, on 2026-11-18 12:00 UTC, took 1 min 6 s. The objective is 1 min.',
    );
  });
});
