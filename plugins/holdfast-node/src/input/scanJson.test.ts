import * as fc from 'fast-check';
import { scanJson } from './scanJson';

const itemsOf = (text: string) => {
  const { items } = scanJson(text);
  return items?.flatMap((start, index) =>
    index % 2 ? [] : [JSON.parse(text.slice(start, items[index + 1]))],
  );
};

it.each([
  ['{"items": []}', []],
  [
    '{"kind": "List", "items" :\n[ {"a": 1}, {"b": {"items": [{}]}} ]}',
    [{ a: 1 }, { b: { items: [{}] } }],
  ],
  ['{"a": {"items": [{"b": 1}]}}', undefined],
  ['{"a": "\\"items\\": [{}]"}', undefined],
  ['{"items": [{"a": "}\\\\"}, {"b": "\\"]"}]}', [{ a: '}\\' }, { b: '"]' }]],
  ['{"items": [{"a": 1}], "items": [{"a": 2}]}', [{ a: 2 }]],
  [
    '{"items": [{"a": [[1], {"c": 1}]}], "metadata": {"b": [{}]}}',
    [{ a: [[1], { c: 1 }] }],
  ],
  ['{"items": [{"a": 1}, 2, {"b": 1}]}', undefined],
  ['{"items": [[{"a": 1}]]}', undefined],
  ['{"items": ["a"]}', undefined],
])('finds the items of %s', (text, items) => {
  expect(itemsOf(text)).toEqual(items);
});

it.each([
  ['1', 0],
  ['{}', 1],
  ['[{"a": [[]]}]', 4],
  ['"[[["', 0],
])('counts the depth of %s', (text, depth) => {
  expect(scanJson(text).depth).toBe(depth);
});

it('finds every item of any list that JSON.stringify writes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
      fc.constantFrom(undefined, 2),
      (items, indent) => {
        // What a text cannot tell apart, such as -0, is as it was read.
        const text = JSON.stringify({ kind: 'List', items }, undefined, indent);
        expect(itemsOf(text)).toEqual(JSON.parse(text).items);
      },
    ),
  );
});
