/**
 * A share of 0 to 1 in per cent with two decimals, as availability is written. Rounded down: what was ever missed is not 100 %.
 */
export function formatShare(share: number, locale: string): string {
  const rounded = Math.floor(share * 10_000) / 10_000;
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(rounded);
}
