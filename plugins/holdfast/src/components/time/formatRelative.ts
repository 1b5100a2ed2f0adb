const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * How long ago in the language's own words, `4 minutes ago`. A moment slightly ahead is "now": server and browser keep different clocks.
 */
export function formatRelative(options: {
  instant: string;
  now: number;
  locale: string;
}): string {
  const { instant, now, locale } = options;
  const seconds = Math.max(0, Math.floor((now - Date.parse(instant)) / 1_000));
  const [unit, length] = units.find(([, l]) => seconds >= l) ?? units[3];
  return new Intl.RelativeTimeFormat(locale, {
    numeric: unit === 'day' ? 'always' : 'auto',
  }).format(-Math.floor(seconds / length), unit);
}
