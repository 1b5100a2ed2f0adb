/**
 * An amount in the currency's own digits: `1,234.50 USD`. What is less than the smallest coin is said to be that, and not nothing: `<0.01 USD`.
 *
 * @param options - `amount` is a decimal string
 */
export function formatMoney(options: {
  amount: string;
  currency: string;
  locale: string;
}): string {
  const { amount, currency, locale } = options;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
  });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  const smallest = 10 ** -maximumFractionDigits;
  const value = Number(amount);
  return value > 0 && value < smallest / 2
    ? `<${format.format(smallest)}`
    : format.format(value);
}

/** A price of one unit, in up to four digits that count: `0.088 USD`, `0.00000043 USD`. */
export function formatUnitPrice(options: {
  amount: string;
  currency: string;
  locale: string;
}): string {
  const { amount, currency, locale } = options;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumSignificantDigits: 4,
  }).format(Number(amount));
}

/** A quantity in up to four digits that count, and whole numbers as they are: `0.02`, `12,345`. */
export function formatQuantity(options: {
  quantity: string;
  locale: string;
}): string {
  const value = Number(options.quantity);
  return new Intl.NumberFormat(
    options.locale,
    Math.abs(value) >= 1000
      ? { maximumFractionDigits: 0 }
      : { maximumSignificantDigits: 4 },
  ).format(value);
}
