import { isDeepStrictEqual } from 'node:util';
import { Restore } from '@holdfast/plugin-holdfast-common';

/** What a restore is told with; where it was read, and what is worked out from it, may differ. */
const told = [
  'purpose',
  'tool',
  'by',
  'backup',
  'recoveryTarget',
  'startedAt',
  'readyAt',
  'endedAt',
  'state',
  'failure',
  'checks',
  'bytes',
] as const satisfies ReadonlyArray<keyof Restore>;

/**
 * In which fields two reports of one name tell different things, as `field (before: "a", now: "b")`.
 */
export function differencesOf(before: Restore, now: Restore): string[] {
  return told.flatMap(field => {
    const [one, other] = [before[field], now[field]];
    return isDeepStrictEqual(one, other)
      ? []
      : [`${field} (before: ${quoted(one)}, now: ${quoted(other)})`];
  });
}

function quoted(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value).slice(0, 80);
}
