import { formatRun } from './formatRun';

// 20 November 2026 is a Friday; Berlin is an hour ahead of UTC in winter, New York five behind, by the tz database.
const run = Date.parse('2026-11-20T23:30:00Z');
const at = (timeZone: string, moment = run) =>
  formatRun({ run: moment, locale: 'en-GB', timeZone });

describe('formatRun', () => {
  it('writes a run in UTC alone for those who live by it', () => {
    expect(at('UTC')).toEqual({ utc: 'Fri 20 Nov, 23:30 UTC' });
    expect(at('Africa/Abidjan')).toEqual({ utc: 'Fri 20 Nov, 23:30 UTC' });
  });

  it('adds the time of the user, and the day where it is another', () => {
    expect(at('America/New_York').local).toBe('18:30 GMT-5');
    expect(at('Europe/Berlin').local).toBe('Sat 21 Nov, 00:30 CET');
  });

  it('writes seconds only where there are some', () => {
    expect(at('UTC', run + 15_000).utc).toBe('Fri 20 Nov, 23:30:15 UTC');
  });
});
