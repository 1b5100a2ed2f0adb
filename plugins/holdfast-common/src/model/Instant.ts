/**
 * A moment in time as ISO 8601 in UTC, for example `2026-11-20T10:01:02Z`.
 *
 * @public
 */
export type Instant = string;
