import fc from 'fast-check';
import cronRuns from './__fixtures__/cronRuns.json';
import { CronDialect } from './cron';
import { CronSchedule } from './CronSchedule';

interface RunsCase {
  dialect: CronDialect;
  expression: string;
  timeZone?: string;
  refused?: string;
  runs?: { after: string; next: string[] }[];
}

// What the Go libraries of the operators answer: see conformance/cron/main.go, which printed it.
const cases = cronRuns.cases as RunsCase[];
const accepted = cases.filter(({ runs }) => runs);
const parse = ({ expression, dialect, timeZone }: RunsCase) =>
  CronSchedule.parse(expression, { dialect, timeZone });
const nameOf = ({ dialect, expression, timeZone }: RunsCase) =>
  [dialect, JSON.stringify(expression), timeZone].filter(Boolean).join(' ');
const iso = (moment: number | undefined) =>
  moment === undefined
    ? undefined
    : new Date(moment).toISOString().replace('.000Z', 'Z');

describe('the fixture', () => {
  it('has enough of every kind', () => {
    for (const dialect of ['cloudnative-pg', 'velero', 'kubernetes']) {
      const own = cases.filter(c => c.dialect === dialect);
      expect(own.filter(c => c.runs).length).toBeGreaterThan(50);
      expect(own.filter(c => c.refused).length).toBeGreaterThan(30);
    }
  });
});

describe('CronSchedule.next', () => {
  it.each(accepted.map(c => [nameOf(c), c] as const))(
    'runs %s as the Go library does',
    (_, runsCase) => {
      const schedule = parse(runsCase);
      const actual = runsCase.runs?.map(({ after, next }) => {
        const found: (string | undefined)[] = [];
        let run: number | undefined = Date.parse(after);
        // One more than expected where the library found an end.
        for (let i = 0; i < Math.min(4, next.length + 1); i++) {
          run = schedule.next(run);
          if (run === undefined) break;
          found.push(iso(run));
        }
        return { after, next: found };
      });
      expect(actual).toEqual(runsCase.runs);
    },
  );

  it.each([NaN, Infinity, -Infinity, 8.64e15, Number.MAX_VALUE])(
    'knows no run after %d',
    moment => {
      const schedule = CronSchedule.parse('@daily', { dialect: 'velero' });
      expect(schedule.next(moment)).toBeUndefined();
      expect(schedule.previous(moment)).toBeUndefined();
    },
  );
});

describe('CronSchedule.parse', () => {
  it.each(cases.filter(c => c.refused).map(c => [nameOf(c), c] as const))(
    'refuses %s as the Go library does',
    (_, runsCase) => {
      expect(() => parse(runsCase)).toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: expect.stringMatching(/^".*" (has|is|@every) ?.+/),
        }),
      );
    },
  );

  it.each<[string, CronDialect, string]>([
    [
      '0 2 * *',
      'cloudnative-pg',
      'has 4 fields: CloudNativePG takes six, second minute hour day-of-month month day-of-week, of which the last may be left out',
    ],
    [
      '0 0 2 * * *',
      'velero',
      'has 6 fields: Velero takes five, minute hour day-of-month month day-of-week',
    ],
    [
      '0 2 * * 7',
      'kubernetes',
      'has "7" in day of week: only 0 to 6 are allowed',
    ],
    [
      '0 2 * foo *',
      'kubernetes',
      'has "foo" in month: write numbers from 1 to 12 or names from jan to dec',
    ],
    [
      'TZ=europe/berlin 0 2 * * *',
      'velero',
      'has the time zone "europe/berlin", which is not in the IANA database: write for example Europe/Berlin',
    ],
    [
      '@daily',
      'mariadb-operator',
      'is a descriptor, and mariadb-operator takes none: write five fields',
    ],
    [
      '0 0 2 * * *',
      'mariadb-operator',
      'has 6 fields: mariadb-operator takes five, minute hour day-of-month month day-of-week',
    ],
    [
      '@every 6h',
      'percona',
      "is an interval, at which Percona's operators fail: write five fields",
    ],
    [
      '0 0 2 * * *',
      'percona',
      "has 6 fields: Percona's operators take five, minute hour day-of-month month day-of-week",
    ],
    [
      'TZ=UTC 0 2 * * *',
      'kubernetes',
      'has a time zone in it, which a CronJob refuses: put the zone into spec.timeZone',
    ],
    [
      '@every 6',
      'cloudnative-pg',
      '@every: "6" is not a Go duration: write hours, minutes and seconds, for example 6h, 1h30m or 720h0m0s',
    ],
  ])('says what is wrong with %s for %s', (expression, dialect, message) => {
    expect(() =>
      CronSchedule.parse(expression, { dialect, field: 'spec.schedule' }),
    ).toThrow(`spec.schedule: "${expression}" ${message}`);
  });

  // validateTimeZone in Kubernetes' pkg/apis/batch/validation/validation.go
  it.each(['', 'Local', 'Mars/Olympus', '+01:00'])(
    'refuses the time zone "%s" of a CronJob',
    timeZone => {
      expect(() =>
        CronSchedule.parse('@daily', { dialect: 'kubernetes', timeZone }),
      ).toThrow(/is not in the IANA database/);
    },
  );
});

describe('CronSchedule.previous', () => {
  it('finds each run again from the next one, in every case', () => {
    for (const runsCase of accepted) {
      const schedule = parse(runsCase);
      if (schedule.everySeconds) continue;
      for (const { next } of runsCase.runs ?? []) {
        for (const run of next) {
          // A new schedule each time, so that nothing is remembered.
          expect(iso(parse(runsCase).previous(Date.parse(run)))).toBe(run);
        }
        for (const [index, run] of next.slice(1).entries()) {
          const before = Date.parse(run) - 1;
          expect(iso(parse(runsCase).previous(before))).toBe(next[index]);
          expect(iso(schedule.previous(before))).toBe(next[index]);
        }
      }
    }
  });

  it('finds leap days, which are eight years apart around 2100', () => {
    const schedule = CronSchedule.parse('0 2 29 2 *', { dialect: 'velero' });
    expect(iso(schedule.previous(Date.UTC(2027, 5, 1)))).toBe(
      '2024-02-29T02:00:00Z',
    );
    expect(iso(schedule.previous(Date.UTC(2104, 1, 29)))).toBe(
      '2096-02-29T02:00:00Z',
    );
  });

  it('counts runs of @every from where it is told', () => {
    const schedule = CronSchedule.parse('@every 6h', {
      dialect: 'cloudnative-pg',
    });
    const from = Date.parse('2026-11-20T10:01:02.5Z');
    const at = (text: string) => iso(schedule.previous(Date.parse(text), from));
    expect(at('2026-11-20T16:01:01.9Z')).toBeUndefined();
    expect(at('2026-11-20T16:01:02Z')).toBe('2026-11-20T16:01:02Z');
    expect(at('2026-11-21T10:00:00Z')).toBe('2026-11-21T04:01:02Z');
    expect(schedule.previous(from)).toBeUndefined();
  });

  it('has none where it never runs', () => {
    const schedule = CronSchedule.parse('0 2 30 2 *', { dialect: 'velero' });
    expect(schedule.previous(Date.UTC(2026, 10, 20))).toBeUndefined();
  });
});

describe('CronSchedule', () => {
  const number = (min: number, max: number) =>
    fc.integer({ min, max }).map(String);
  const field = (min: number, max: number) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('*') },
      number(min, max),
      fc.tuple(number(min, max), number(min, max)).map(list => list.join(',')),
      fc.integer({ min: 1, max }).map(step => `*/${step}`),
      fc
        .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
        .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    );
  const expression = fc
    .tuple(
      ...[field(0, 59), field(0, 59), field(0, 23)],
      ...[field(1, 31), field(1, 12), field(0, 6)],
    )
    .map(fields => fields.join(' '));
  const moment = fc.integer({
    min: Date.UTC(2020, 0, 1),
    max: Date.UTC(2040, 0, 1),
  });

  const read = (text: string) =>
    CronSchedule.parse(text, { dialect: 'cloudnative-pg' });

  it('runs next after a moment, and that run is found again', () => {
    fc.assert(
      fc.property(expression, moment, (text, at) => {
        const next = read(text).next(at) ?? NaN;
        fc.pre(!Number.isNaN(next));
        expect(next).toBeGreaterThan(at);
        expect(read(text).previous(next)).toBe(next);
      }),
    );
  });

  it('ran last at or before a moment, and that run is found again', () => {
    fc.assert(
      fc.property(expression, moment, (text, at) => {
        const previous = read(text).previous(at) ?? NaN;
        fc.pre(!Number.isNaN(previous));
        expect(previous).toBeLessThanOrEqual(at);
        expect(read(text).next(previous - 1)).toBe(previous);
      }),
    );
  });

  it('has nothing between the last run and the next', () => {
    // Some are rarer than any search is long: a February 29th on a Tuesday.
    const fiveYears = 5 * 365 * 86_400_000;
    fc.assert(
      fc.property(expression, moment, (text, at) => {
        const next = read(text).next(at) ?? NaN;
        const previous = read(text).previous(at) ?? NaN;
        fc.pre(next - previous < fiveYears);
        expect(read(text).next(previous)).toBe(next);
        expect(read(text).previous(next - 1)).toBe(previous);
      }),
    );
  });

  it('answers the same whatever it was asked before', () => {
    const zones = fc.constantFrom(undefined, 'Europe/Berlin', 'Asia/Kolkata');
    const asks = fc.array(fc.tuple(fc.boolean(), moment), { maxLength: 8 });
    fc.assert(
      fc.property(zones, asks, (timeZone, questions) => {
        const fresh = () =>
          CronSchedule.parse('30 2 * * 1-5', {
            dialect: 'kubernetes',
            timeZone,
          });
        const schedule = fresh();
        for (const [forward, at] of questions) {
          expect(forward ? schedule.next(at) : schedule.previous(at)).toBe(
            forward ? fresh().next(at) : fresh().previous(at),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lists the runs of a time, no more than asked for', () => {
    const schedule = CronSchedule.parse('0 */6 * * *', { dialect: 'velero' });
    const from = Date.parse('2026-11-20T06:00:00Z');
    const to = Date.parse('2026-11-21T00:00:00Z');
    const list = (limit: number) =>
      schedule.runsBetween({ from, to, limit }).map(iso);
    expect(list(10)).toEqual([
      '2026-11-20T12:00:00Z',
      '2026-11-20T18:00:00Z',
      '2026-11-21T00:00:00Z',
    ]);
    expect(list(1)).toEqual(['2026-11-20T12:00:00Z']);
    expect(schedule.runsBetween({ from: to, to: from, limit: 9 })).toEqual([]);
  });

  const hour = 3600;
  const day = 24 * hour;
  it.each<[string, CronDialect, number | undefined, number | undefined]>([
    ['0 2 * * *', 'velero', day, day],
    ['0 2 * * *', 'cloudnative-pg', hour, hour],
    ['0 0 2 * * *', 'cloudnative-pg', day, day],
    ['* * * * *', 'cloudnative-pg', 1, 1],
    ['*/15 8-18 * * *', 'velero', 900, 13 * hour + 900],
    ['0 2 * * 1-5', 'velero', day, 3 * day],
    ['0 2 * * 0', 'velero', 7 * day, 7 * day],
    ['0 2 1 * *', 'velero', 31 * day, 31 * day],
    ['0 2 * 1 *', 'velero', day, 336 * day],
    ['0 2 29 2 *', 'velero', 1461 * day, 1461 * day],
    ['0 9,17,18 * * *', 'velero', 8 * hour, 15 * hour],
    ['@every 90m', 'velero', 5400, 5400],
    ['0 2 30 2 *', 'velero', undefined, undefined],
  ])('knows the intervals of %s for %s', (text, dialect, typical, longest) => {
    const schedule = CronSchedule.parse(text, { dialect });
    expect(schedule.typicalIntervalSeconds).toBe(typical);
    expect(schedule.longestIntervalSeconds).toBe(longest);
  });
});
