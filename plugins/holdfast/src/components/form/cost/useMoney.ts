import { useLocale } from '../../time';
import { formatMoney, formatQuantity, formatUnitPrice } from './formatMoney';

/** Writes money and quantities as the user's language does. */
export function useMoney(currency: string) {
  const locale = useLocale();
  return {
    money: (amount: string) => formatMoney({ amount, currency, locale }),
    unitPrice: (amount: string) =>
      formatUnitPrice({ amount, currency, locale }),
    quantity: (quantity: string) => formatQuantity({ quantity, locale }),
  };
}
