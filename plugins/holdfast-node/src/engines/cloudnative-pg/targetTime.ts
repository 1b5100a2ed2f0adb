import { Instant } from '@holdfast/plugin-holdfast-common';

/**
 * Reads `recoveryTarget.targetTime`: RFC 3339 or PostgreSQL's own form, where a time without a zone is UTC (`docs/src/recovery.md`, "targetTime").
 */
export function parseTargetTime(text: string): Instant | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d+)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, date, time, zone = 'Z'] = match;
  const offset = zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours, minutes) =>
    [hours, minutes ?? '00'].join(':'),
  );
  const milliseconds = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(milliseconds)
    ? undefined
    : new Date(milliseconds).toISOString();
}
