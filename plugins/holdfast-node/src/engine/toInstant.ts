import { Instant } from '@holdfast/plugin-holdfast-common';

/**
 * Reads an RFC 3339 time into UTC; undefined for anything else.
 *
 * @public
 */
export function toInstant(text: unknown): Instant | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    return undefined;
  }
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  return text.endsWith('Z') ? text : new Date(time).toISOString();
}
