import { distributionOf, medianDistribution } from './Distribution';

describe('distributionOf', () => {
  it('orders by number and leaves the values as they were', () => {
    const values = Array.from({ length: 1000 }, (_, index) => 1000 - index);

    expect(distributionOf(values)).toEqual({
      p50: 500,
      p90: 900,
      p99: 990,
      max: 1000,
    });
    expect(values[0]).toBe(1000);
  });
});

describe('medianDistribution', () => {
  it('takes each figure from the round in its middle', () => {
    expect(
      medianDistribution([
        { p50: 1, p90: 9, p99: 9, max: 10 },
        { p50: 2, p90: 3, p99: 900, max: 9000 },
        { p50: 30, p90: 2, p99: 4, max: 11 },
      ]),
    ).toEqual({ p50: 2, p90: 3, p99: 9, max: 11 });
  });

  it('refuses to make up a round', () => {
    expect(() => medianDistribution([])).toThrow('no values');
  });
});
