import { Instant } from '../model';

/** Milliseconds since the epoch; undefined for what is not there or is no time. */
export function momentOf(instant: Instant | undefined): number | undefined {
  if (typeof instant !== 'string') return undefined;
  const moment = canonicalMoment(instant) ?? Date.parse(instant);
  return Number.isNaN(moment) ? undefined : moment;
}

export function instantOf(moment: number): Instant {
  return new Date(moment).toISOString();
}

/** The latest of the moments that are known. */
export function latestOf(
  ...moments: (number | undefined)[]
): number | undefined {
  let latest: number | undefined;
  for (const moment of moments) {
    if (moment !== undefined && (latest === undefined || moment > latest)) {
      latest = moment;
    }
  }
  return latest;
}

const [dash, colon, dot, capitalT, capitalZ] = [...'-:.TZ'].map(character =>
  character.charCodeAt(0),
);

/**
 * Reads `2026-11-20T10:01:02Z` and `2026-11-20T10:01:02.345Z`, the ways in which all instants of the model are written, in less than
 * half the time of `Date.parse`: a database has dozens of them, and they are most of the work of judging it. Undefined: it is written
 * otherwise.
 */
function canonicalMoment(text: string): number | undefined {
  const { length } = text;
  if (length !== 20 && length !== 24) return undefined;
  if (
    text.charCodeAt(4) !== dash ||
    text.charCodeAt(7) !== dash ||
    text.charCodeAt(10) !== capitalT ||
    text.charCodeAt(13) !== colon ||
    text.charCodeAt(16) !== colon ||
    text.charCodeAt(19) !== (length === 20 ? capitalZ : dot) ||
    text.charCodeAt(length - 1) !== capitalZ
  ) {
    return undefined;
  }
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  const hour = digitsAt(text, 11, 13);
  const minute = digitsAt(text, 14, 16);
  const second = digitsAt(text, 17, 19);
  const millisecond = length === 24 ? digitsAt(text, 20, 23) : 0;
  // How many days a month has, and two-digit years, are left to Date.parse.
  const plain =
    year >= 1000 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  return plain && millisecond >= 0
    ? Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
    : undefined;
}

/** The number that these digits make; NaN, which no range admits, where something else is among them. */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
