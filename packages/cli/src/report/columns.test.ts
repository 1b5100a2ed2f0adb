import { styleText } from 'node:util';
import { formatColumns, wrap } from './columns';

it('makes columns as wide as their widest cell', () => {
  expect(
    formatColumns([
      ['VERDICT', 'DATABASE', 'RPO'],
      ['At risk', 'a-namespace/with-a-long-name', '5 min'],
      ['Protected', 'b', ''],
    ]),
  ).toEqual([
    'VERDICT    DATABASE                      RPO',
    'At risk    a-namespace/with-a-long-name  5 min',
    'Protected  b',
  ]);
});

it('leaves colours out of account', () => {
  const red = styleText('red', 'ab', { validateStream: false });
  expect(
    formatColumns([
      [red, 'x'],
      ['abcd', 'y'],
    ]),
  ).toEqual([`${red}    x`, 'abcd  y']);
});

it.each([
  ['one two three', 8, ['one two', 'three']],
  ['one', 80, ['one']],
  ['', 80, ['']],
  [
    'a s3://bucket/with/a/long/path b',
    10,
    ['a', 's3://bucket/with/a/long/path', 'b'],
  ],
])('wraps %j at %d', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});
