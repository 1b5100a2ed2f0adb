import * as fc from 'fast-check';
import { instantOf, latestOf, momentOf } from './moment';

describe('momentOf', () => {
  it('reads every instant as Date.parse does', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1000-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        date => {
          const text = date.toISOString();
          expect(momentOf(text)).toBe(Date.parse(text));
          const toSecond = `${text.slice(0, 19)}Z`;
          expect(momentOf(toSecond)).toBe(Date.parse(toSecond));
        },
      ),
    );
  });

  it('agrees with Date.parse on what is damaged', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.string({ minLength: 1 }), (at, junk) => {
        const good = '2026-11-20T10:01:02.345Z';
        const text = good.slice(0, at) + junk + good.slice(at + junk.length);
        const expected = Date.parse(text);
        expect(momentOf(text)).toBe(
          Number.isNaN(expected) ? undefined : expected,
        );
      }),
    );
  });

  it.each([
    ['2026-02-30T10:01:02Z'],
    ['2026-13-01T10:01:02Z'],
    ['2026-11-20T25:01:02Z'],
    ['2026-11-20T10:61:02Z'],
    ['no time at all'],
    [''],
  ])('agrees with Date.parse on %p', text => {
    const expected = Date.parse(text);
    expect(momentOf(text)).toBe(Number.isNaN(expected) ? undefined : expected);
  });

  it('takes nothing for no time', () => {
    expect(momentOf(undefined)).toBeUndefined();
  });
});

describe('instantOf', () => {
  it('is the way back', () => {
    expect(instantOf(momentOf('2026-11-20T10:01:02Z') ?? 0)).toBe(
      '2026-11-20T10:01:02.000Z',
    );
  });
});

describe('latestOf', () => {
  it('leaves out what is not known', () => {
    expect(latestOf(undefined, 3, 7, undefined, 5)).toBe(7);
    expect(latestOf(undefined)).toBeUndefined();
  });
});
