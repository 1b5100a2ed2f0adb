import { parseNow } from './parseNow';

it.each([
  ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00.000Z'],
  ['2026-11-20T12:00:00.5+01:00', '2026-11-20T11:00:00.500Z'],
  ['2026-11-20T12:00Z', '2026-11-20T12:00:00.000Z'],
  ['2026-11-20', '2026-11-20T00:00:00.000Z'],
])('%s is %s', (text, expected) => {
  expect(parseNow(text).toISOString()).toBe(expected);
});

it.each(['yesterday', '2026-11-20T12:00:00', '2026-13-20', '1763640000', ''])(
  'refuses %j',
  text => {
    expect(() => parseNow(text)).toThrow(
      `--now ${text} is no time: write it in ISO 8601 with its zone, such as 2026-11-20T12:00:00Z`,
    );
  },
);
