import { readStep, readText, readTime } from './parameters';

describe('parameters', () => {
  it.each([
    ['0', 0],
    ['1795176000.25', 1795176000.25],
    ['1.7951e9', 1795100000],
    ['2026-11-20T12:00:00Z', 1795176000],
    ['2026-11-20T13:00:00.5+01:00', 1795176000.5],
  ])('reads the time %s', (time, seconds) => {
    expect(readTime({ time }, 'time')).toBe(seconds);
  });

  // "Time durations" in Prometheus' documentation of querying.
  it.each([
    ['15', 15],
    ['0.5', 0.5],
    ['15s', 15],
    ['1h30m', 5_400],
    ['2d', 172_800],
    ['250ms', 0.25],
  ])('reads the step %s', (step, seconds) => {
    expect(readStep({ step }, 'step')).toBe(seconds);
  });

  it.each(['', '1 hour', 'm', '1h 30m', '-1m'])(
    'does not take %j for a step',
    step => {
      expect(() => readStep({ step }, 'step')).toThrow(
        'invalid parameter "step"',
      );
    },
  );

  it('does not choose between two', () => {
    expect(() => readText({ query: ['a', 'b'] }, 'query')).toThrow(
      'invalid parameter "query": it has to be given once and not empty',
    );
  });
});
