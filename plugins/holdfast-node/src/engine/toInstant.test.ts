import { toInstant } from './toInstant';

// RFC 3339, as Kubernetes and its operators write times.
it.each([
  ['2026-11-20T10:01:02Z', '2026-11-20T10:01:02Z'],
  ['2026-11-20T10:01:02.123456Z', '2026-11-20T10:01:02.123456Z'],
  ['2026-11-20T10:01:02+01:00', '2026-11-20T09:01:02.000Z'],
  ['2026-11-20', undefined],
  ['2027-02-18 16:53:41 +0000 UTC', undefined],
  ['2026-13-20T10:01:02Z', undefined],
  ['', undefined],
  [1795194475, undefined],
  [null, undefined],
])('%j is %j', (text, instant) => {
  expect(toInstant(text)).toBe(instant);
});
