import { formatMoney, formatQuantity, formatUnitPrice } from './formatMoney';

/** With plain spaces: the locale's own does not break. */
const plain = (text: string) => text.replace(/\s/g, ' ');
const money = (amount: string, currency = 'USD') =>
  plain(formatMoney({ amount, currency, locale: 'en-GB' }));

describe('formatMoney', () => {
  it('writes amounts with the digits of their currency', () => {
    expect(money('1234.5')).toBe('USD 1,234.50');
    expect(money('1234.5', 'JPY')).toBe('JPY 1,235');
    expect(money('0')).toBe('USD 0.00');
  });

  it('does not write nothing for what costs something', () => {
    expect(money('0.0000004')).toBe('<USD 0.01');
    expect(money('0.005')).toBe('USD 0.01');
  });
});

describe('formatUnitPrice', () => {
  it.each([
    ['0.088', 'USD 0.088'],
    ['0.00000043', 'USD 0.00000043'],
    ['2.4', 'USD 2.4'],
  ])('writes %s as %s', (amount, expected) => {
    expect(
      plain(formatUnitPrice({ amount, currency: 'USD', locale: 'en-GB' })),
    ).toBe(expected);
  });
});

describe('formatQuantity', () => {
  it.each([
    ['60', '60'],
    ['0.019531', '0.01953'],
    ['12345.6', '12,346'],
    ['123.45', '123.5'],
  ])('writes %s as %s', (quantity, expected) => {
    expect(formatQuantity({ quantity, locale: 'en-GB' })).toBe(expected);
  });
});
