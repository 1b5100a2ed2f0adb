import { quantile } from './quantile';

// The worked examples of https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
const five = [15, 20, 35, 40, 50];
const ten = [3, 6, 7, 8, 8, 10, 13, 15, 16, 20];

describe('quantile', () => {
  it.each([
    [five, 0.05, 15],
    [five, 0.3, 20],
    [five, 0.4, 20],
    [five, 0.5, 35],
    [five, 1, 50],
    [ten, 0.25, 7],
    [ten, 0.5, 8],
    [ten, 0.75, 15],
    [ten, 1, 20],
  ])('of %j at %d is %d', (ordered, share, expected) => {
    expect(quantile(ordered, share)).toBe(expected);
  });

  it('is the one value there is', () => {
    expect(quantile([7], 0.001)).toBe(7);
  });

  it.each([0, 1.01, -1, NaN])('refuses a share of %d', share => {
    expect(() => quantile(five, share)).toThrow(
      `A share of ${share} was asked for`,
    );
  });

  it('refuses to make up a value', () => {
    expect(() => quantile([], 0.5)).toThrow('no values');
  });
});
