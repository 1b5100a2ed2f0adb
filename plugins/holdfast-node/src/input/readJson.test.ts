import { isBroken } from './InputDocument';
import { readJson } from './readJson';

const read = (text: string) => [...readJson(text)];

it('reads values that follow each other', () => {
  expect(read('{"a": 1}\n{"b":\n2}{"c": 3}\n[4]')).toMatchObject([
    { line: 1, value: { a: 1 } },
    { line: 2, value: { b: 2 } },
    { line: 3, value: { c: 3 } },
    { line: 4, value: [4] },
  ]);
});

// kubectl itself, that is encoding/json of Go, refuses more than 10,000 levels.
it('tells of a value that is nested too deeply, and goes on behind it', () => {
  const deep = `{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  expect(read(`{"b": 1}\n${deep}\n{"c": 1}`)).toMatchObject([
    { value: { b: 1 } },
    { line: 2, message: 'cannot be read: it is nested too deeply' },
    { line: 3, value: { c: 1 } },
  ]);
});

it('finds no value in nothing', () => {
  expect(read(' \n')).toEqual([]);
});

it('goes on behind a broken value', () => {
  expect(read('{"a": 1}\n{"b": 1, "c"}\n{"d": "}{"}')).toMatchObject([
    { value: { a: 1 } },
    { line: 2, message: 'is no JSON: a colon is missing' },
    { line: 3, value: { d: '}{' } },
  ]);
});

it.each([
  ['{"items": [\n{"a": 1},\n', 'a value is missing'],
  ['{"items": [\n{"a": 1}\n', 'is it cut off?'],
  ['{"items": [1, 2}', 'a comma is missing'],
  ['{"a": "open', 'is it cut off?'],
  ['{"a": 1} words that are none', 'a word stands where'],
  ['words that are no JSON at all', 'a word stands where'],
  ['{"a": 1, // why\n"b": 2}', 'it has a comment'],
  ['['.repeat(200_000), 'nested too deeply'],
])('says once what is wrong with %.40j', (text, message) => {
  const broken = read(text).filter(isBroken);
  expect(broken).toEqual([
    { line: expect.any(Number), message: expect.stringContaining(message) },
  ]);
});

it('quotes nothing of what is broken', () => {
  const documents = read('{"password": "secret-word" "x": secret-word}');
  expect(documents.filter(isBroken)).toHaveLength(1);
  expect(JSON.stringify(documents)).not.toContain('secret-word');
});

it('finds the line of a field, or of the nearest one around it', () => {
  const [document] = read(
    '{\n"items": [\n{"spec": {\n"name": "a"}},\n{"spec":\n{"name": "b"}}]}',
  );
  if (isBroken(document)) throw new Error('it is broken');
  expect(document.lineOf(['items', 0])).toBe(3);
  expect(document.lineOf(['items', 0, 'spec', 'name'])).toBe(4);
  expect(document.lineOf(['items', 1, 'spec', 'size'])).toBe(5);
  expect(document.lineOf(['status'])).toBe(1);
});
