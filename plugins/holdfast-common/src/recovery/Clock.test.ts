import { Clock } from './Clock';

const now = Date.parse('2026-11-20T12:00:00Z');

describe('Clock', () => {
  it('looks again at the earliest moment that was asked for and has not come', () => {
    const clock = new Clock(now);
    expect(clock.hasPassed(now - 1)).toBe(true);
    expect(clock.hasPassed(now)).toBe(true);
    expect(clock.hasPassed(now + 9000)).toBe(false);
    expect(clock.hasPassed(now + 5000)).toBe(false);
    expect(clock.reassessAt).toBe('2026-11-20T12:00:05.000Z');
  });

  it('has no reason to look again when all is past', () => {
    const clock = new Clock(now);
    clock.hasPassed(now - 1);
    expect(clock.reassessAt).toBeUndefined();
  });

  it('takes what is no moment for past', () => {
    const clock = new Clock(now);
    expect(clock.hasPassed(NaN)).toBe(true);
    expect(clock.hasPassed(Infinity)).toBe(false);
    expect(clock.hasPassed(1e300)).toBe(false);
    expect(clock.reassessAt).toBeUndefined();
  });
});
