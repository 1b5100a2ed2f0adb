import { InputError } from '@backstage/errors';

/**
 * The smallest value that a share of all values does not exceed (nearest rank, so always a value that was measured).
 *
 * @param ordered - ascending
 * @param share - above 0 and up to 1: 0.99 for the 99th percentile
 * @throws InputError without values, or for a share outside its range
 */
export function quantile(ordered: ArrayLike<number>, share: number): number {
  if (!(share > 0 && share <= 1)) {
    throw new InputError(
      `A share of ${share} was asked for; it has to be above 0 and at most 1`,
    );
  }
  if (ordered.length === 0) {
    throw new InputError('There are no values to take a quantile of');
  }
  return ordered[Math.ceil(share * ordered.length) - 1];
}
