import { defaultObjectiveConfig } from '@holdfast/plugin-holdfast-common';
import { parseObjectiveOverrides } from './objectiveOverrides';

it.each([
  [['gold'], { tier: 'gold' }],
  [['rpo=5m,rto=1h'], { rpo: '5m', rto: '1h' }],
  [
    ['silver', 'rpo.region = PT1H', 'retention=30d'],
    { tier: 'silver', 'rpo.region': 'PT1H', retention: '30d' },
  ],
  [[], {}],
])('%j is %j', (texts, expected) => {
  expect(parseObjectiveOverrides(texts, defaultObjectiveConfig)).toEqual(
    expected,
  );
});

it.each([
  [
    'platinum',
    "--objective platinum: 'platinum' is not a tier: write one of gold, silver, bronze, none.",
  ],
  [
    'rop=5m',
    "--objective rop=5m: 'rop' is no objective: write one of tier, rpo, rto, ",
  ],
  ['rpo=5', "--objective rpo=5: '5' is not a duration: write for example 5m"],
  ['rto=0s', "--objective rto=0s: '0s' is no time at all"],
  ['rpo=', "--objective rpo=: '' is not a duration"],
  ['', "--objective : '' is not a tier"],
])('refuses %j', (text, message) => {
  expect(() => parseObjectiveOverrides([text], defaultObjectiveConfig)).toThrow(
    expect.objectContaining({
      name: 'InputError',
      message: expect.stringContaining(message),
    }),
  );
});
