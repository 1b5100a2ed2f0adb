import { Decimal } from './Decimal';

/**
 * Shares an amount of indivisible units out by weight, with the largest remainder method: each gets its share rounded down, and the units
 * that are left over go, one each, to those that lost most. Equal losses go in order.
 *
 * @throws RangeError without weights, with a negative one, or when all are zero
 */
export function apportion(
  units: bigint,
  weights: readonly Decimal[],
): bigint[] {
  const total = weights.reduce((sum, w) => sum.plus(w), Decimal.zero);
  if (total.isZero || weights.some(weight => weight.isNegative)) {
    throw new RangeError(
      'Cannot share by these weights: none may be negative, and one has to be more than zero',
    );
  }
  const precision = 18;
  const integers = weights.map(weight => weight.scaledTo(precision));
  const whole = integers.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) {
    throw new RangeError('Cannot share by weights below 10^-18');
  }
  const negative = units < 0n;
  const size = negative ? -units : units;
  const shares = integers.map(weight => (size * weight) / whole);
  const losses = integers.map((weight, index) => ({
    index,
    loss: (size * weight) % whole,
  }));
  return handOut(size, shares, losses).map(share =>
    negative ? -share : share,
  );
}

/** Gives what the shares lack of the total to those that lost most. */
export function handOut(
  total: bigint,
  shares: readonly bigint[],
  losses: readonly { index: number; loss: bigint }[],
): bigint[] {
  const result = [...shares];
  let missing = total - shares.reduce((sum, share) => sum + share, 0n);
  const order = [...losses].sort((one, other) => {
    if (one.loss === other.loss) return one.index - other.index;
    return one.loss > other.loss ? -1 : 1;
  });
  for (const { index } of order) {
    if (missing <= 0n) break;
    result[index] += 1n;
    missing -= 1n;
  }
  return result;
}
