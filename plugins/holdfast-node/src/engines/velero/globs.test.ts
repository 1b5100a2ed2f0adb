import { isGlob, matchesGlob } from './globs';

// TestExpandWildcards and TestValidateNamespaceName in pkg/util/wildcard/expand_test.go of vmware-tanzu/velero v1.18.0.
it.each([
  ['app-*', 'app-prod', true],
  ['app-*', 'application', false],
  ['*', 'anything', true],
  ['ns?', 'ns1', true],
  ['ns?', 'ns10', false],
  ['ns[12]', 'ns2', true],
  ['ns[12]', 'ns3', false],
  ['ns[a-c]', 'nsb', true],
  ['a*b*c', 'axxbyyc', true],
  ['a*b*c', 'axxbyy', false],
  ['app.prod', 'app.prod', true],
  ['app.prod', 'appxprod', false],
  ['**', 'a', false],
  ['ns[', 'ns[', false],
  ['{a,b}', 'a', false],
])('%s takes %s: %s', (pattern, name, matches) => {
  expect(matchesGlob(pattern, name)).toBe(matches);
});

it('tells a pattern from a name', () => {
  expect(['shop', 'app.prod', 'shop-*', 'n?', 'n[1]'].filter(isGlob)).toEqual([
    'shop-*',
    'n?',
    'n[1]',
  ]);
});
