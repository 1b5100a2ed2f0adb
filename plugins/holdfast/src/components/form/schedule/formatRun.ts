/**
 * A run in UTC, which is what the operator keeps, `Mon 30 Nov, 02:00 UTC`; and in the user's time zone where that is another one, with the
 * day only where it differs: `03:00 CET`.
 */
export function formatRun(options: {
  run: number;
  locale: string;
  /** The user's by default. */
  timeZone?: string;
}): { utc: string; local?: string } {
  const { run, locale, timeZone } = options;
  const time: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    second: run % 60_000 === 0 ? undefined : '2-digit',
    hourCycle: 'h23',
  };
  const day: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  };
  const write = (zone: string | undefined, parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone }).format(run);

  const utc = `${write('UTC', { ...day, ...time })} UTC`;
  const sameClock = write('UTC', time) === write(timeZone, time);
  const sameDay = write('UTC', day) === write(timeZone, day);
  if (sameClock && sameDay) return { utc };
  return {
    utc,
    local: write(timeZone, {
      ...(sameDay ? {} : day),
      ...time,
      timeZoneName: 'short',
    }),
  };
}
