import { FieldOptions, invalidValue } from './invalidValue';

const second = 1;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** In seconds. What is longer is a slip of the pen, and dates would leave the range that JavaScript knows. */
export const longestDuration = 1000 * 365 * day;

const expected =
  'is not a duration: write for example 5m, 4h, 7d, 2w or, in ISO 8601, PT5M, P7D';

const isoPattern =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
const isoSeconds = [365 * day, 30 * day, week, day, hour, minute, second];

const shortPattern =
  /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const shortSeconds = [week, day, hour, minute, second];

/**
 * Reads a duration as people write it in annotations and configuration, in seconds: ISO 8601 (`PT5M`, `P30D`) or short (`90s`, `5m`,
 * `1h30m`, `7d`, `2w`). In the short form `m` is minutes; a month or a year of the long form counts as 30 or 365 days.
 *
 * @throws InputError if the text is neither
 * @public
 */
export function parseDuration(
  text: string,
  options: FieldOptions = {},
): number {
  const trimmed = text.trim();
  const iso = trimmed.startsWith('P');
  // `P`, `PT` and `P1DT` match the pattern, and say nothing.
  const match =
    /\d\D$/.exec(trimmed) && (iso ? isoPattern : shortPattern).exec(trimmed);
  if (!match) {
    throw invalidValue(text, { ...options, expected });
  }
  const units = iso ? isoSeconds : shortSeconds;
  let seconds = 0;
  for (const [index, unit] of units.entries()) {
    seconds += Number((match[index + 1] ?? '0').replace(',', '.')) * unit;
  }
  if (seconds > longestDuration) {
    throw invalidValue(text, {
      ...options,
      expected: 'is longer than 1000 years',
    });
  }
  return seconds;
}

/**
 * Writes seconds as an ISO 8601 duration in days, hours, minutes and seconds, the form of durations in JSON: `PT5M`, `P30D`.
 *
 * @public
 */
export function toIsoDuration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  const take = (unit: number, designator: string) => {
    const amount = Math.floor(rest / unit);
    rest -= amount * unit;
    return amount > 0 ? `${amount}${designator}` : '';
  };
  const date = take(day, 'D');
  const time = take(hour, 'H') + take(minute, 'M') + take(second, 'S');
  if (!date && !time) return 'PT0S';
  return `P${date}${time && `T${time}`}`;
}
