import { Preview } from '@holdfast/plugin-holdfast-common';

/**
 * What a database would cost in a month, and what of it has no price.
 */
export function describeCost(cost: NonNullable<Preview['cost']>): string[] {
  const { total, currency, complete, unpriced } = cost;
  const missing = [
    ...new Map(
      unpriced.map(({ object, what, reason }) => [
        `${object}/${what}`,
        `  unpriced: ${what} of ${object}, since ${reason}`,
      ]),
    ).values(),
  ];
  if (total === undefined) {
    return ['costs per month: unpriced, nothing of it has a price', ...missing];
  }
  return [
    `costs per month: ${complete ? '' : 'more than '}${rounded(
      total,
    )} ${currency} (estimated)`,
    ...missing,
  ];
}

function rounded(amount: string): string {
  return Number(amount).toFixed(2);
}
