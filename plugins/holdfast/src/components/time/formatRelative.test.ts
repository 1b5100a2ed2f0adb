import { formatRelative } from './formatRelative';

const now = Date.parse('2026-11-20T12:00:00Z');
const relative = (instant: string) =>
  formatRelative({ instant, now, locale: 'en-GB' });

describe('formatRelative', () => {
  it.each([
    ['2026-11-20T11:59:55Z', '5 seconds ago'],
    ['2026-11-20T11:59:00Z', '1 minute ago'],
    ['2026-11-20T10:30:00Z', '1 hour ago'],
    ['2026-11-18T12:00:00Z', '2 days ago'],
    ['2026-11-19T12:00:00Z', '1 day ago'],
  ])('%s is %s', (instant, expected) => {
    expect(relative(instant)).toBe(expected);
  });

  it('takes a moment ahead for now, since clocks differ', () => {
    expect(relative('2026-11-20T12:00:03Z')).toBe('now');
  });

  it('speaks the language of the locale', () => {
    expect(
      formatRelative({ instant: '2026-11-20T11:59:00Z', now, locale: 'de' }),
    ).toBe('vor 1 Minute');
  });
});
