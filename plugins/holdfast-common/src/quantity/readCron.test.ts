import { readCron } from './readCron';

describe('readCron', () => {
  it('reads an expression once', () => {
    const first = readCron('0 0 2 * * *', { dialect: 'cloudnative-pg' });
    expect(first.schedule?.typicalIntervalSeconds).toBe(86_400);
    expect(readCron('0 0 2 * * *', { dialect: 'cloudnative-pg' })).toBe(first);
  });

  it('keeps dialects and zones apart', () => {
    const read = (dialect: 'velero' | 'kubernetes', timeZone?: string) =>
      readCron('0 2 * * *', { dialect, timeZone }).schedule?.next(
        Date.UTC(2026, 10, 20),
      );
    expect(read('kubernetes')).toBe(Date.UTC(2026, 10, 20, 2));
    expect(read('kubernetes', 'Europe/Berlin')).toBe(Date.UTC(2026, 10, 20, 1));
    expect(read('velero', 'Europe/Berlin')).toBe(Date.UTC(2026, 10, 20, 2));
  });

  it('says why an expression is refused, each time', () => {
    for (let i = 0; i < 2; i++) {
      expect(readCron('nightly', { dialect: 'velero' })).toEqual({
        problem:
          '"nightly" has 1 field: Velero takes five, minute hour day-of-month month day-of-week',
      });
    }
  });

  it('forgets the oldest beyond a thousand', () => {
    const first = readCron('0 3 * * *', { dialect: 'velero' });
    for (let i = 0; i < 1000; i++) {
      readCron(`${i % 60} ${i % 24} * * ${i}`, { dialect: 'velero' });
    }
    expect(readCron('0 3 * * *', { dialect: 'velero' })).not.toBe(first);
  });
});
