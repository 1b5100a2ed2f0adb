import { parseLabelSelector } from './labelSelector';

// Examples and meaning: Kubernetes documentation, "Labels and Selectors".
describe('parseLabelSelector', () => {
  const production = { environment: 'production', tier: 'frontend' };
  const staging = { environment: 'qa', tier: 'backend', partition: '' };
  const bare = {};

  it.each([
    ['', [true, true, true]],
    ['environment = production', [true, false, false]],
    ['environment==production', [true, false, false]],
    ['tier != frontend', [false, true, true]],
    ['environment=production,tier!=frontend', [false, false, false]],
    ['environment in (production, qa)', [true, true, false]],
    ['tier notin (frontend, backend)', [false, false, true]],
    ['partition', [false, true, false]],
    ['!partition', [true, false, true]],
    ['partition=', [false, true, false]],
    ['partition,environment notin (production)', [false, true, false]],
    ['environment in (production),tier in (frontend)', [true, false, false]],
  ])('%j', (selector, expected) => {
    const matches = parseLabelSelector(selector);
    expect([production, staging, bare].map(matches)).toEqual(expected);
  });

  it.each(['=x', 'a in production', 'a in (b', 'a b', 'a=b c', 'a in (b c)'])(
    'refuses %j',
    selector => {
      expect(() => parseLabelSelector(selector)).toThrow(
        'unable to parse requirement',
      );
    },
  );
});
