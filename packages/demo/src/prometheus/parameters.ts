import { InputError } from '@backstage/errors';

/** Query string and form of a request; a parameter that is given twice is a list. */
export type Parameters = Record<string, unknown>;

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const unitSeconds = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['m', 60],
  ['h', 3_600],
  ['d', 86_400],
  ['w', 604_800],
  ['y', 31_536_000],
]);

/** @throws InputError where it is missing, empty or given more than once */
export function readText(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== 'string' || value === '') {
    throw new InputError(
      `invalid parameter "${name}": it has to be given once and not empty`,
    );
  }
  return value;
}

/**
 * Reads Unix seconds or RFC 3339.
 *
 * @returns Unix seconds
 * @throws InputError naming the parameter and its value
 */
export function readTime(parameters: Parameters, name: string): number {
  const value = readText(parameters, name);
  const seconds = number.test(value) ? Number(value) : Date.parse(value) / 1000;
  if (!Number.isFinite(seconds)) {
    throw new InputError(
      `invalid parameter "${name}": cannot parse "${value}" to a valid timestamp`,
    );
  }
  return seconds;
}

/**
 * Reads seconds, or a duration as `1h30m`.
 *
 * @returns seconds, more than 0
 * @throws InputError naming the parameter and its value
 */
export function readStep(parameters: Parameters, name: string): number {
  const value = readText(parameters, name);
  const seconds = number.test(value) ? Number(value) : durationOf(value);
  if (seconds === undefined) {
    throw new InputError(
      `invalid parameter "${name}": cannot parse "${value}" to a valid duration`,
    );
  }
  if (seconds <= 0) {
    throw new InputError(
      `invalid parameter "${name}": zero or negative query resolution step widths are not accepted. Try a positive integer`,
    );
  }
  return seconds;
}

function durationOf(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
    return undefined;
  }
  return parts.reduce(
    (sum, [, count, unit]) =>
      sum + Number(count) * (unitSeconds.get(unit) ?? 0),
    0,
  );
}
