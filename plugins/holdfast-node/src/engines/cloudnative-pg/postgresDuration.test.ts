import { parsePostgresSeconds } from './postgresDuration';

// PostgreSQL documentation 20.1.1: units us, ms, s, min, h and d; without one the parameter's own, here seconds; rounded to it.
it.each([
  ['5min', 300],
  ['300', 300],
  [' 1 h ', 3_600],
  ['1.5min', 90],
  ['2d', 172_800],
  ['1500ms', 2],
  ['0', 0],
  ['5 m', undefined],
  ['5 MIN', undefined],
  ['-1', undefined],
  ['', undefined],
])('"%s" is %s s', (text, seconds) => {
  expect(parsePostgresSeconds(text)).toBe(seconds);
});
