import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.2, '<1 s'],
    [45, '45 s'],
    [59.6, '1 min'],
    [90, '1 min 30 s'],
    [240, '4 min'],
    [4800, '1 h 20 min'],
    [4829, '1 h 20 min'],
    [3599.7, '1 h'],
    [86_380, '1 d'],
    [3 * 86_400, '3 d'],
    [3 * 86_400 + 5 * 3600, '3 d 5 h'],
    [-240, '-4 min'],
    [NaN, 'unknown'],
    [Infinity, 'unknown'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
