import { Instant } from '../model';

/** Milliseconds since the epoch; undefined for what is not there or is no time. */
export function momentOf(instant: Instant | undefined): number | undefined {
  if (typeof instant !== 'string') return undefined;
  const moment = Date.parse(instant);
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
