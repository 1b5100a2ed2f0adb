import { createHash } from 'node:crypto';
import { FactKey } from '@holdfast/plugin-holdfast-node';

/** Well below what an index entry of PostgreSQL can hold, which is 2704 bytes with all of its columns. */
const MAX_LENGTH = 512;

/**
 * The form of a key that links are stored and looked up by. Keys that engines make from somebody's text, such as a path in a store,
 * may be longer than an index takes; they are then known by their hash.
 */
export function linkKey(key: FactKey): string {
  return key.length <= MAX_LENGTH
    ? key
    : `sha256/${createHash('sha256').update(key).digest('base64url')}`;
}
