import { parseGoDuration } from './goDuration';

describe('parseGoDuration', () => {
  // parseDurationTests of Go's src/time/time_test.go, in seconds.
  it.each([
    ['0', 0],
    ['5s', 5],
    ['30s', 30],
    ['1478s', 1478],
    ['-5s', -5],
    ['+5s', 5],
    ['-0', -0],
    ['+0', 0],
    ['5.0s', 5],
    ['5.6s', 5.6],
    ['5.s', 5],
    ['.5s', 0.5],
    ['1.0s', 1],
    ['1.004s', 1.004],
    ['100.00100s', 100.001],
    ['10ns', 1e-8],
    ['11us', 11e-6],
    ['12µs', 12e-6],
    ['12μs', 12e-6],
    ['13ms', 0.013],
    ['14s', 14],
    ['15m', 900],
    ['16h', 57_600],
    ['3h30m', 12_600],
    ['10.5s4m', 250.5],
    ['-2m3.4s', -123.4],
    ['1h2m3s4ms5us6ns', 3723.004005006],
    ['39h9m14.425s', 140_954.425],
    ['0.3333333333333333333h', 1200],
    ['2562047h47m16.854775807s', 9_223_372_036.854775807],
  ])('reads %s', (text, seconds) => {
    expect(parseGoDuration(text)).toBeCloseTo(seconds, 6);
  });

  // parseDurationErrorTests of the same file, without those that only lie below the smallest 64-bit integer.
  it.each([
    '',
    '3',
    '-',
    's',
    '.',
    '-.',
    '.s',
    '+.s',
    '1d',
    '9223372036854775810ns',
    '9223372036854775808ns',
    '2562047h47m16.854775808s',
    '3000000h',
    '1h 30m',
  ])('refuses "%s"', text => {
    expect(() => parseGoDuration(text, { field: 'spec.ttl' })).toThrow(
      `spec.ttl: "${text}" is not a Go duration: write hours, minutes and seconds, for example 6h, 1h30m or 720h0m0s`,
    );
  });
});
