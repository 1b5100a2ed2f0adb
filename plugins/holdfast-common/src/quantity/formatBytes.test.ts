import { formatBytes } from './formatBytes';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [-0.1, '0 B'],
    [1, '1 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1024 ** 2 - 1, '1 MiB'],
    [12.5 * 1024 ** 3, '12.5 GiB'],
    [2 * 1024 ** 4, '2 TiB'],
    [10e9, '9.3 GiB'],
    [5000 * 1024 ** 6, '5000 EiB'],
    [-1536, '-1.5 KiB'],
    [NaN, 'unknown'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
