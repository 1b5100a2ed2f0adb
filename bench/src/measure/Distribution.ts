import { median } from './median';
import { quantile } from './quantile';

/** How values are spread, in the unit of the values. */
export interface Distribution {
  p50: number;
  p90: number;
  p99: number;
  max: number;
}

/** @throws InputError without values */
export function distributionOf(values: Iterable<number>): Distribution {
  const ordered = Float64Array.from(values).sort();
  return {
    p50: quantile(ordered, 0.5),
    p90: quantile(ordered, 0.9),
    p99: quantile(ordered, 0.99),
    max: quantile(ordered, 1),
  };
}

/** The middle of each figure over several rounds, so that one disturbed round does not count. */
export function medianDistribution(
  rounds: readonly Distribution[],
): Distribution {
  const middle = (figure: keyof Distribution) =>
    median(rounds.map(round => round[figure]));
  return {
    p50: middle('p50'),
    p90: middle('p90'),
    p99: middle('p99'),
    max: middle('max'),
  };
}
