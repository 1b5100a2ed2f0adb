import fc from 'fast-check';
import { parseDuration, toIsoDuration } from './duration';

describe('parseDuration', () => {
  // The lengths follow from the definitions in ISO 8601-1:2019, 5.5.2.
  it.each([
    ['PT5M', 300],
    ['P30D', 30 * 86_400],
    ['P4W', 4 * 7 * 86_400],
    ['P1DT12H', 36 * 3600],
    ['PT1H30M', 5400],
    ['PT0.5S', 0.5],
    ['PT0,5S', 0.5],
    ['PT36H', 36 * 3600],
    ['PT0S', 0],
    ['P1Y2M', (365 + 60) * 86_400],
    ['5m', 300],
    ['90s', 90],
    ['4h', 14_400],
    ['7d', 7 * 86_400],
    ['2w', 14 * 86_400],
    ['1h30m', 5400],
    ['0s', 0],
    [' 5m ', 300],
  ])('reads %s as %d s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    '',
    '5',
    'm',
    'P',
    'PT',
    'P1DT',
    'P5M30S',
    'PT1D',
    '30m1h',
    '-5m',
    '5 minutes',
    '1.5h',
    '5M',
    'p5d',
    '5mo',
  ])('refuses "%s"', text => {
    expect(() => parseDuration(text, { field: 'holdfast.io/rpo' })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: `holdfast.io/rpo: "${text}" is not a duration: write for example 5m, 4h, 7d, 2w or, in ISO 8601, PT5M, P7D`,
      }),
    );
  });

  it('refuses what no date could hold', () => {
    expect(() => parseDuration('999999999w')).toThrow(/longer than 1000 years/);
  });
});

describe('toIsoDuration', () => {
  it.each([
    [0, 'PT0S'],
    [300, 'PT5M'],
    [86_400 * 30, 'P30D'],
    [86_400 + 3600 + 1, 'P1DT1H1S'],
    [0.4, 'PT0S'],
    [-5, 'PT0S'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(toIsoDuration(seconds)).toBe(text);
  });

  it('is read back as the same length', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), seconds => {
        expect(parseDuration(toIsoDuration(seconds))).toBe(seconds);
      }),
    );
  });
});
