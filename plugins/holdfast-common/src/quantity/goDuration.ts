import { FieldOptions, invalidValue } from './invalidValue';

const unitNanos = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  // Go takes the micro sign and the Greek letter.
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const part = '(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h)';
const wholePattern = new RegExp(`^([+-]?)(0|(?:${part})+)$`);
const partPattern = /(\d*)\.?(\d*)([a-z\u00b5\u03bc]+)/g;
const largest = 2n ** 63n - 1n;

/**
 * Reads a duration as Go's `time.ParseDuration` does, in seconds: `1h30m`, `720h0m0s`, `-1.5h`. Kubernetes' own fields of type
 * `Duration` are written so, and the intervals of `@every`.
 *
 * @throws InputError if Go would refuse the text
 * @public
 */
export function parseGoDuration(
  text: string,
  options: FieldOptions = {},
): number {
  const match = wholePattern.exec(text);
  let nanos = 0n;
  if (match) {
    for (const [, integer, fraction, unit] of match[2].matchAll(partPattern)) {
      const length = unitNanos.get(unit) ?? 0n;
      nanos += BigInt(integer || '0') * length;
      nanos +=
        (BigInt(fraction || '0') * length) / 10n ** BigInt(fraction.length);
    }
  }
  if (!match || nanos > largest) {
    throw invalidValue(text, {
      ...options,
      expected:
        'is not a Go duration: write hours, minutes and seconds, for example 6h, 1h30m or 720h0m0s',
    });
  }
  const seconds = Number(nanos) / 1e9;
  return match[1] === '-' ? -seconds : seconds;
}
