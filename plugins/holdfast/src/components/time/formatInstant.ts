/**
 * A moment in the user's time zone: the time alone for today, else with the date. Always on a 24 hour clock, which is what logs and
 * operators write.
 */
export function formatInstant(options: {
  instant: string;
  now: number;
  locale: string;
  seconds?: boolean;
}): string {
  const { instant, now, locale, seconds } = options;
  const moment = new Date(instant);
  const time: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
    hourCycle: 'h23',
  };
  const date: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    year:
      moment.getFullYear() === new Date(now).getFullYear()
        ? undefined
        : 'numeric',
  };
  const isToday = moment.toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(
    locale,
    isToday ? time : { ...date, ...time },
  ).format(moment);
}

/** A moment in UTC to the second, `2026-11-20 14:02:11 UTC`, as one finds it in logs. */
export function formatUtc(instant: string): string {
  const iso = new Date(instant).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}
