import { InputError } from '@backstage/errors';

/**
 * Reads `--now`: a date, or a time with its zone.
 *
 * @throws InputError for anything else, since a time without a zone means another one on another machine
 */
export function parseNow(text: string): Date {
  const pattern =
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
  const now = new Date(text);
  if (!pattern.test(text) || Number.isNaN(now.getTime())) {
    throw new InputError(
      `--now ${text} is no time: write it in ISO 8601 with its zone, such as 2026-11-20T12:00:00Z`,
    );
  }
  return now;
}
