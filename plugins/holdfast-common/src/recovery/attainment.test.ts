import * as fc from 'fast-check';
import { aDatabase, ago, now, observed } from './__testUtils__/aDatabase';
import { anObjective } from './__testUtils__/anObjective';
import { assess } from './assess';
import {
  AttainmentChange,
  attainmentOf,
  attainmentOver,
  AttainmentState,
  rpoAttainmentOf,
} from './attainment';

const day = 86_400_000;
const total = (seconds: Record<string, number>) =>
  Object.values(seconds).reduce((sum, each) => sum + each, 0);

describe('attainmentOver', () => {
  it('adds up the time of each state, unknown apart', () => {
    // A week: 4 d met, 1 d unknown, 2 d missed.
    expect(
      attainmentOver({
        changes: [
          { at: -30 * day, state: 'met' },
          { at: 4 * day, state: 'unknown' },
          { at: 5 * day, state: 'missed' },
          { at: 9 * day, state: 'met' },
        ],
        from: 0,
        to: 7 * day,
      }),
    ).toEqual({
      from: 0,
      to: 7 * day,
      seconds: {
        met: 4 * 86_400,
        missed: 2 * 86_400,
        unknown: 86_400,
        exempt: 0,
      },
      attained: 4 / 6,
    });
  });

  it('counts from the first sight, and not while it was gone', () => {
    expect(
      attainmentOver({
        changes: [
          { at: 2 * day, state: 'missed' },
          { at: 3 * day },
          { at: 5 * day, state: 'met' },
        ],
        from: 0,
        to: 7 * day,
      }),
    ).toMatchObject({
      from: 2 * day,
      seconds: { met: 2 * 86_400, missed: 86_400 },
      attained: 2 / 3,
    });
  });

  it.each<[string, AttainmentChange[]]>([
    ['nothing was seen', []],
    ['it is first seen later', [{ at: 8 * day, state: 'met' }]],
    ['it went before', [{ at: -9 * day, state: 'met' }, { at: -day }]],
  ])('says nothing when %s', (_, changes) => {
    expect(attainmentOver({ changes, from: 0, to: 7 * day })).toBeUndefined();
  });

  it('names no share when all is unknown or exempt', () => {
    const attainment = attainmentOver({
      changes: [
        { at: 0, state: 'unknown' },
        { at: day, state: 'exempt' },
      ],
      from: 0,
      to: 2 * day,
    });
    expect(attainment?.attained).toBeUndefined();
  });

  const state = fc.constantFrom<AttainmentState | undefined>(
    'met',
    'missed',
    'unknown',
    'exempt',
    undefined,
  );
  const history = fc
    .array(fc.record({ at: fc.integer({ min: -100, max: 100 }), state }), {
      maxLength: 20,
    })
    .map(changes => changes.sort((a, b) => a.at - b.at));
  const moment = fc.integer({ min: -120, max: 120 });

  /** The same by asking at each millisecond what held. */
  function counted(changes: AttainmentChange[], from: number, to: number) {
    const sums = { met: 0, missed: 0, unknown: 0, exempt: 0 };
    for (let at = from; at < to; at++) {
      const held = changes.findLast(change => change.at <= at)?.state;
      if (held) sums[held] += 1;
    }
    return sums;
  }

  it('agrees with counting moment by moment, and the parts make the whole', () => {
    fc.assert(
      fc.property(history, moment, moment, (changes, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const expected = counted(changes, from, to);
        const attainment = attainmentOver({ changes, from, to });
        const { seconds } = attainment ?? {
          seconds: { met: 0, missed: 0, unknown: 0, exempt: 0 },
        };
        for (const name of ['met', 'missed', 'unknown', 'exempt'] as const) {
          expect(seconds[name] * 1000).toBeCloseTo(expected[name]);
        }
        expect(attainment === undefined).toBe(total(expected) === 0);
        if (!attainment) return;
        expect(attainment.from).toBeGreaterThanOrEqual(from);
        expect(total(seconds) * 1000).toBeLessThanOrEqual(
          to - attainment.from + 1e-6,
        );
        const { attained } = attainment;
        const decided = expected.met + expected.missed;
        expect(attained === undefined).toBe(decided === 0);
        expect(attained ?? 0).toBeCloseTo(decided ? expected.met / decided : 0);
      }),
    );
  });

  it('is the sum of its parts', () => {
    fc.assert(
      fc.property(history, moment, moment, moment, (changes, a, b, c) => {
        const [from, middle, to] = [a, b, c].sort((x, y) => x - y);
        const over = (begin: number, end: number) => {
          const { seconds } =
            attainmentOver({ changes, from: begin, to: end }) ?? {};
          return seconds ? total(seconds) : 0;
        };
        expect(over(from, middle) + over(middle, to)).toBeCloseTo(
          over(from, to),
        );
      }),
    );
  });
});

describe('what is attained', () => {
  it.each([
    ['proven', 'met'],
    ['protected', 'met'],
    ['at-risk', 'missed'],
    ['unprotected', 'missed'],
    ['unknown', 'unknown'],
    ['exempt', 'exempt'],
  ] as const)('with the verdict %s is %s', (verdict, expected) => {
    expect(attainmentOf(verdict)).toBe(expected);
  });

  const judged = (
    options: Partial<Parameters<typeof assess>[0]> = {},
  ): AttainmentState =>
    rpoAttainmentOf(
      assess({
        database: aDatabase(),
        objective: anObjective(),
        now,
        ...options,
      }),
    );

  it('of the RPO is told apart from the rest', () => {
    // Archiving with a timeout of 5 min.
    expect(judged()).toBe('met');
    expect(judged({ objective: anObjective({ rpo: 60 }) })).toBe('missed');
    // A drill that failed puts it at risk, and has no bearing on how much would be lost.
    expect(judged({ objective: anObjective({ rtoOf: { data: 1 } }) })).toBe(
      'met',
    );
    expect(
      judged({ database: aDatabase({ recoveryPoints: [], stores: [] }) }),
    ).toBe('missed');
    expect(judged({ objective: anObjective({ exempt: 'a cache' }) })).toBe(
      'exempt',
    );
    expect(
      judged({
        contact: { state: 'lost', since: ago({ days: 3 }), reason: 'refused' },
      }),
    ).toBe('unknown');
    expect(
      judged({
        database: aDatabase({
          role: { ...observed('x'), value: 'replica-cluster' },
          recoveryPoints: [],
          stores: [],
        }),
      }),
    ).toBe('unknown');
  });
});
