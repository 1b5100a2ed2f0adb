import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const cursorSchema = z.object({
  of: z.string(),
  after: z.union([z.string(), z.number()]),
  id: z.string(),
});

/**
 * A place in a list, in a form that callers only hand back. It is bound to the question that the list answers.
 */
export interface PageCursor {
  after: string | number;
  id: string;
}

/** A short text that differs between different questions. */
function fingerprint(question: unknown): string {
  return createHash('sha1')
    .update(JSON.stringify(question))
    .digest('base64url')
    .slice(0, 12);
}

/**
 * Writes a cursor.
 *
 * @param question - all that decides which items there are and in which order
 */
export function encodeCursor(cursor: PageCursor, question: unknown): string {
  return Buffer.from(
    JSON.stringify({ of: fingerprint(question), ...cursor }),
  ).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @throws InputError when it is none, or one of another question.
 */
export function decodeCursor(text: string, question: unknown): PageCursor {
  let parsed;
  try {
    parsed = cursorSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError(
      `Query parameter 'cursor' is '${text}', which is not a cursor; it has to be the 'pageInfo.nextCursor' of the page before`,
    );
  }
  if (parsed.of !== fingerprint(question)) {
    throw new InputError(
      `Query parameter 'cursor' is '${text}', which belongs to another filter or order; use it with those of the page that it came from`,
    );
  }
  return { after: parsed.after, id: parsed.id };
}
