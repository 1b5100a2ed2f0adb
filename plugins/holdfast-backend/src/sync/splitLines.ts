import { Readable } from 'node:stream';

const NEWLINE = 0x0a;

/** etcd takes requests of 1.5 MiB by default; an object may be somewhat larger as JSON than it is stored. */
export const MAX_LINE_BYTES = 32 * 1024 * 1024;

/**
 * Splits a stream of bytes into lines, and hands out those that came in together. Each byte is copied once, however many chunks a line
 * comes in. What follows the last newline is a line that was cut off, and is dropped.
 *
 * @throws RangeError for a line of more than {@link MAX_LINE_BYTES}
 */
export async function* splitLines(body: Readable): AsyncGenerator<string[]> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  for await (const chunk of body) {
    const lines: string[] = [];
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start);
      if (end < 0) {
        break;
      }
      const last = chunk.subarray(start, end);
      lines.push(
        pendingBytes
          ? Buffer.concat([...pending, last]).toString('utf8')
          : last.toString('utf8'),
      );
      pending = [];
      pendingBytes = 0;
      start = end + 1;
    }
    if (lines.length) {
      yield lines;
    }
    if (start < chunk.length) {
      pending.push(chunk.subarray(start));
      pendingBytes += chunk.length - start;
      if (pendingBytes > MAX_LINE_BYTES) {
        throw new RangeError(
          `The API server sent a line of more than ${MAX_LINE_BYTES} bytes`,
        );
      }
    }
  }
}
