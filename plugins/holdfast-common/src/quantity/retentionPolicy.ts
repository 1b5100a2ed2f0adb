import { FieldOptions, invalidValue } from './invalidValue';

const day = 24 * 60 * 60;

/** Barman counts a month as 31 days: `RecoveryWindowRetentionPolicy` in its `retention_policies.py`. */
const unitSeconds = new Map([
  ['d', day],
  ['w', 7 * day],
  ['m', 31 * day],
]);

/**
 * Reads a retention policy as Barman Cloud takes it, in seconds: a number of days, weeks or months, `30d`, `4w`, `3m`.
 *
 * @remarks
 * Here `m` is months, where it is minutes in {@link parseDuration}.
 *
 * @throws InputError if the text does not match `^[1-9][0-9]*[dwm]$`, the pattern of the custom resource
 * @public
 */
export function parseRetentionPolicy(
  text: string,
  options: FieldOptions = {},
): number {
  const match = /^([1-9]\d*)([dwm])$/.exec(text);
  const unit = match && unitSeconds.get(match[2]);
  if (!match || !unit) {
    throw invalidValue(text, {
      ...options,
      expected:
        'is not a retention policy: write a number of days, weeks or months, for example 30d, 4w or 3m',
    });
  }
  return Number(match[1]) * unit;
}
