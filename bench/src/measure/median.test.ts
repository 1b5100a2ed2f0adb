import { median } from './median';

describe('median', () => {
  it.each([
    [[3], 3],
    [[10, 9, 2], 9],
    [[10, 9, 2, 1], 2],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('refuses to make up a value', () => {
    expect(() => median([])).toThrow('no values');
  });
});
