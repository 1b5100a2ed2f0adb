import { formatInstant, formatUtc } from './formatInstant';

// Without a zone these are in the zone of whoever runs the test, as the interface shows them.
const instant = new Date('2026-11-20T14:02:11').toISOString();
const at = (now: string, seconds?: boolean) =>
  formatInstant({
    instant,
    now: new Date(now).getTime(),
    locale: 'en-GB',
    seconds,
  });

describe('formatInstant', () => {
  it('shows the time alone on the same day', () => {
    expect(at('2026-11-20T23:00:00')).toBe('14:02');
    expect(at('2026-11-20T23:00:00', true)).toBe('14:02:11');
  });

  it('adds the date on another day, and the year in another year', () => {
    expect(at('2026-11-21T09:00:00')).toBe('20 Nov, 14:02');
    expect(at('2027-01-02T09:00:00')).toBe('20 Nov 2026, 14:02');
  });

  it('keeps to 24 hours where the locale would not', () => {
    expect(
      formatInstant({ instant, now: Date.parse(instant), locale: 'en-US' }),
    ).toBe('14:02');
  });
});

describe('formatUtc', () => {
  it('writes UTC to the second', () => {
    expect(formatUtc('2026-11-20T14:02:11.500Z')).toBe(
      '2026-11-20 14:02:11 UTC',
    );
  });
});
