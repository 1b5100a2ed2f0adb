import { quantile } from './quantile';

/**
 * The value in the middle; of an even number, the lower of the two.
 *
 * @throws InputError without values
 */
export function median(values: Iterable<number>): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}
