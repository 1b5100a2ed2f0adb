import { Readable } from 'node:stream';
import { readBytes, reasonOf } from './readBytes';

it('reads a stream to its end', async () => {
  const stream = Readable.from([Buffer.from('kind: '), Buffer.from('Cluster')]);
  const outcome = await readBytes(stream);
  expect('bytes' in outcome && Buffer.from(outcome.bytes).toString()).toBe(
    'kind: Cluster',
  );
});

it('stops reading what has no end', async () => {
  const megabytes = Buffer.alloc(64 * 1024 * 1024);
  const endless = Readable.from(
    (function* forever() {
      for (;;) yield megabytes;
    })(),
  );
  expect(await readBytes(endless)).toEqual({
    problem: expect.stringContaining('is larger than 256 MiB'),
  });
  expect(endless.destroyed).toBe(true);
});

it('says why a file cannot be read', async () => {
  expect(await readBytes('/nowhere/at/all.yaml')).toEqual({
    problem: 'cannot be read: there is no such file or folder',
  });
  expect(await readBytes(__dirname)).toEqual({
    problem: 'cannot be read: it is a folder',
  });
});

it.each([
  [{ code: 'EACCES' }, 'permission denied'],
  [{ code: 'EIO' }, 'EIO'],
  ['nonsense', 'unknown error'],
])('the reason of %j is %s', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
