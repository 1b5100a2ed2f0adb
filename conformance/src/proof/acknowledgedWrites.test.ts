import { longestPause, lostSpan, parseWrites } from './acknowledgedWrites';

describe('parseWrites', () => {
  it('reads what was acknowledged and when, and leaves out what else a pod says', () => {
    expect(
      parseWrites(
        'psql: error: connection refused\n1790000000.250000 1\n1790000000.750000 3\n1790000001.000000 \n',
      ),
    ).toEqual([
      { number: 1, at: new Date(1790000000250) },
      { number: 3, at: new Date(1790000000750) },
    ]);
  });
});

describe('longestPause', () => {
  const at = (seconds: number) => new Date(seconds * 1000);

  it('finds the longest time without an acknowledged write', () => {
    const writes = [1, 2, 9, 10].map(second => ({
      number: second,
      at: at(second),
    }));
    expect(longestPause(writes)).toEqual({ seconds: 7, from: at(2) });
  });

  it('is none without two writes', () => {
    expect(longestPause([]).seconds).toBe(0);
  });
});

describe('lostSpan', () => {
  const writes = [1, 2, 3, 4, 5].map(number => ({
    number,
    at: new Date(number * 500),
  }));

  it.each([
    ['nothing', [1, 2, 3, 4, 5], 0],
    ['one write', [1, 2, 4, 5], 0.5],
    ['the last writes', [1, 2], 1.5],
    ['all of them', [], 2],
  ])('is the time of %s', (_, there, seconds) => {
    expect(lostSpan(writes, new Set(there))).toBe(seconds);
  });
});
