import {
  booleanAt,
  formatPath,
  listAt,
  numberAt,
  objectAt,
  stringAt,
  valueAt,
} from './json';

const value = {
  text: 'a',
  empty: '',
  number: 0,
  infinite: Infinity,
  yes: false,
  nothing: null,
  list: [{ name: 'x' }, null],
};

describe('values at a path', () => {
  it('are found', () => {
    expect(stringAt(value, 'text')).toBe('a');
    expect(numberAt(value, 'number')).toBe(0);
    expect(booleanAt(value, 'yes')).toBe(false);
    expect(stringAt(value, 'list', 0, 'name')).toBe('x');
    expect(listAt(value, 'list')).toHaveLength(2);
    expect(objectAt(value, 'list', 0)).toEqual({ name: 'x' });
  });

  it.each([
    [['missing']],
    [['text', 'length']],
    [['list', 'length']],
    [['list', 7]],
    [['list', -1]],
    [['nothing']],
    [['nothing', 'more']],
    [['constructor']],
    [['__proto__']],
  ])('are nothing at %j', path => {
    expect(valueAt(value, ...path)).toBeUndefined();
  });

  it('are nothing of another type', () => {
    expect(stringAt(value, 'number')).toBeUndefined();
    expect(stringAt(value, 'empty')).toBeUndefined();
    expect(numberAt(value, 'text')).toBeUndefined();
    expect(numberAt(value, 'infinite')).toBeUndefined();
    expect(booleanAt(value, 'text')).toBeUndefined();
    expect(listAt(value, 'text')).toEqual([]);
    expect(objectAt(value, 'list')).toEqual({});
  });
});

// As `kubectl get -o jsonpath` takes them: https://kubernetes.io/docs/reference/kubectl/jsonpath/
it.each([
  [['spec', 'plugins', 0, 'name'], '.spec.plugins[0].name'],
  [
    ['metadata', 'annotations', 'cnpg.io/hibernation'],
    ".metadata.annotations['cnpg.io/hibernation']",
  ],
  [
    ['status', 'serverRecoveryWindow', 'orders-v2'],
    '.status.serverRecoveryWindow.orders-v2',
  ],
])('%j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});
