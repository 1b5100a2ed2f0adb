import { parseTargetTime } from './targetTime';

// docs/src/recovery.md, "targetTime": RFC 3339 or PostgreSQL's form; without a zone it is UTC.
it.each([
  ['2026-11-20 17:15:42.488907+00', '2026-11-20T17:15:42.488Z'],
  ['2026-11-20 17:15:42', '2026-11-20T17:15:42.000Z'],
  ['2026-11-20T17:15:42Z', '2026-11-20T17:15:42.000Z'],
  ['2026-11-20T17:15:42+02:00', '2026-11-20T15:15:42.000Z'],
  ['2026-11-20 17:15:42+0530', '2026-11-20T11:45:42.000Z'],
  ['yesterday', undefined],
  ['2026-13-40 17:15:42', undefined],
])('"%s" is %s', (text, instant) => {
  expect(parseTargetTime(text)).toBe(instant);
});
