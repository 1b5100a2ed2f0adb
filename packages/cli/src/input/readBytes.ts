import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { formatBytes } from '@holdfast/plugin-holdfast-common';

/** A text of JavaScript can be twice as long; beyond this, something else was meant. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads a file or a stream to its end.
 *
 * @returns the bytes, or why they are not read
 */
export async function readBytes(
  source: string | Readable,
): Promise<{ bytes: Uint8Array } | { problem: string }> {
  const stream = typeof source === 'string' ? createReadStream(source) : source;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > MOST_BYTES) {
        return {
          problem: `is larger than ${formatBytes(
            MOST_BYTES,
          )}: read it in parts, such as one namespace at a time`,
        };
      }
    }
  } catch (error) {
    return { problem: `cannot be read: ${reasonOf(error)}` };
  }
  return { bytes: Buffer.concat(chunks) };
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead to each other',
  ENAMETOOLONG: 'its name is too long',
};

/** Why the file system refuses, in words. */
export function reasonOf(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : 'unknown error';
  return reasons[code] ?? code;
}
