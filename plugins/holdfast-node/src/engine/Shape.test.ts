import { entriesOf, fields, listOf, scalar } from './Shape';

describe('scalar', () => {
  it.each(['a', '', 0, -1.5, true, false])('keeps %j', value => {
    expect(scalar(value)).toBe(value);
  });

  it.each([null, undefined, NaN, {}, [], [1]])('drops %j', value => {
    expect(scalar(value)).toBeUndefined();
  });

  it('cuts what is long', () => {
    expect(scalar('x'.repeat(5_000))).toBe(`${'x'.repeat(1_000)}…`);
  });
});

describe('fields', () => {
  const shape = fields({ a: scalar, b: fields({ c: scalar }) });

  it('keeps what is named, in its shape', () => {
    expect(shape({ a: 1, b: { c: 2, d: 3 }, e: 4 })).toEqual({
      a: 1,
      b: { c: 2 },
    });
  });

  it('keeps that an object is there', () => {
    expect(shape({ b: {} })).toEqual({ b: {} });
  });

  it.each([null, 'x', 1, [], [{ a: 1 }]])('drops %j', value => {
    expect(shape(value)).toBeUndefined();
  });

  it('does not see what is inherited', () => {
    expect(fields({ toString: scalar, a: scalar })({ a: 1 })).toEqual({ a: 1 });
  });
});

describe('entriesOf', () => {
  it('keeps entries in the order of their names', () => {
    const kept = entriesOf(scalar)({ b: 1, a: 2, c: {} });
    expect(JSON.stringify(kept)).toBe('{"a":2,"b":1}');
  });

  it('keeps nothing of what has no entries', () => {
    expect(entriesOf(scalar)({})).toBeUndefined();
    expect(entriesOf(scalar, () => false)({ a: 1 })).toBeUndefined();
  });

  it('does not set a prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__": "x", "a": 1}');
    expect(entriesOf(scalar)(hostile)).toEqual({ a: 1 });
  });
});

describe('listOf', () => {
  it('keeps positions', () => {
    expect(listOf(fields({ a: scalar }))([{ a: 1 }, 'x', { a: 2 }])).toEqual([
      { a: 1 },
      {},
      { a: 2 },
    ]);
  });

  it('keeps nothing of an empty list', () => {
    expect(listOf(scalar)([])).toBeUndefined();
    expect(listOf(scalar)({ length: 1 })).toBeUndefined();
  });
});
