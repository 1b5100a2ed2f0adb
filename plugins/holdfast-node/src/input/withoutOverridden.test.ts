import { withoutOverridden } from './withoutOverridden';

const stated = {
  tier: 'gold',
  rpo: '1d',
  'rpo.region': '2d',
  rto: '1d',
  exempt: 'a cache',
};

it.each([
  [{}, stated],
  [{ tier: 'silver' }, {}],
  [{ rpo: '5m' }, { tier: 'gold', rto: '1d' }],
  [{ 'rpo.region': '5m' }, { tier: 'gold', rpo: '1d', rto: '1d' }],
  [
    { rto: '5m' },
    { tier: 'gold', rpo: '1d', 'rpo.region': '2d', exempt: 'a cache' },
  ],
])('%j leaves %j', (overrides, left) => {
  expect(withoutOverridden(stated, overrides)).toEqual(left);
});
