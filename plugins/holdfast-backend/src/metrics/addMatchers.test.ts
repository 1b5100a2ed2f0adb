import { addMatchers } from './addMatchers';

// Selectors as in https://prometheus.io/docs/prometheus/latest/querying/basics/
describe('addMatchers', () => {
  it.each([
    ['up', 'up{cluster="eu"}'],
    ['up{}', 'up{cluster="eu"}'],
    ['up{job="a"}', 'up{cluster="eu",job="a"}'],
    ['{__name__=~"cnpg_.+"}', '{cluster="eu",__name__=~"cnpg_.+"}'],
    [
      'rate(up{job="a"}[5m] offset 1h)',
      'rate(up{cluster="eu",job="a"}[5m] offset 1h)',
    ],
    [
      'max by (namespace) (a{x="}"} / on (pod) group_left b) > 0.5',
      'max by (namespace) (a{cluster="eu",x="}"} / on (pod) group_left b{cluster="eu"}) > 0.5',
    ],
    [
      'label_replace(a, "up", "$1", "b", "(.*)")',
      'label_replace(a{cluster="eu"}, "up", "$1", "b", "(.*)")',
    ],
  ])('adds them to every selector of %s', (query, expected) => {
    expect(addMatchers(query, { cluster: 'eu' })).toBe(expected);
  });

  it('quotes values', () => {
    expect(addMatchers('up', { a: 'x"} or vector(1', b: 'back\\slash' })).toBe(
      'up{a="x\\"} or vector(1",b="back\\\\slash"}',
    );
  });

  it('leaves the query alone when there are none', () => {
    expect(addMatchers('up{job="a"}', {})).toBe('up{job="a"}');
  });
});
