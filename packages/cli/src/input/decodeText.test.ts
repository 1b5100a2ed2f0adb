import { decodeText } from './decodeText';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text, encoding);

it.each([
  ['UTF-8', bytesOf('kind: Straße')],
  ['UTF-8 with a mark', bytesOf('\ufeffkind: Straße')],
  // PowerShell redirects output so.
  ['UTF-16 little-endian', bytesOf('\ufeffkind: Straße', 'utf16le')],
  ['UTF-16 big-endian', bytesOf('\ufeffkind: Straße', 'utf16le').swap16()],
])('reads %s', (_, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: 'kind: Straße' });
});

it.each([
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'a binary file'],
  [bytesOf('Straße', 'latin1'), 'no UTF-8 text'],
])('refuses %s', (bytes, problem) => {
  expect(decodeText(bytes)).toEqual({
    problem: expect.stringContaining(problem),
  });
});
