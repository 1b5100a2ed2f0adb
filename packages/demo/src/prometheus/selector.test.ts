import { matches, parseSelector } from './selector';

const series = {
  name: 'up',
  labels: { pod: 'orders-1', namespace: 'shop' },
  value: 1,
};

const selects = (query: string) => matches(parseSelector(query), series);

describe('parseSelector', () => {
  // "Time series selectors" in Prometheus' documentation of querying.
  it.each([
    ['up', true],
    [' up { } ', true],
    ['down', false],
    ['up{pod="orders-1"}', true],
    ['up{pod="orders-1",namespace="shop"}', true],
    ['up{pod = "orders-1" , namespace != "test",}', true],
    ['up{pod!="orders-1"}', false],
    ['up{pod="orders-1",namespace="test"}', false],
    // A label that is not there is empty.
    ['up{container=""}', true],
    ['up{container!=""}', false],
  ])('selects by %s: %s', (query, expected) => {
    expect(selects(query)).toBe(expected);
  });

  it.each(['', '{pod="a"}', 'rate(up[5m])', 'up + 1', 'up{pod="a"} > 0'])(
    'does not understand %j',
    query => {
      expect(() => parseSelector(query)).toThrow(
        'is more than a metric name with label matchers',
      );
    },
  );
});
