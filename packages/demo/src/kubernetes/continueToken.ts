import { badRequest } from './refusals';

/** Where the next page of a list begins. */
export interface ContinuePosition {
  /** The revision that all pages show; -1 reads on in the state as it is by then. */
  revision: number;
  /** The key after which the page begins. */
  after: string;
}

/** The least that can be appended to a key: what comes next begins there. */
const NEXT_KEY = '\u0000';

/** Encodes a position as k8s.io/apiserver does (`pkg/storage/continue.go`): clients must not rely on it. */
export function encodeContinueToken(position: ContinuePosition): string {
  return Buffer.from(
    JSON.stringify({
      v: 'meta.k8s.io/v1',
      rv: position.revision,
      start: `${position.after}${NEXT_KEY}`,
    }),
  ).toString('base64url');
}

/** @throws StatusError (400) for a token that no server gave out */
export function decodeContinueToken(token: string): ContinuePosition {
  try {
    const { v, rv, start } = JSON.parse(
      Buffer.from(token, 'base64url').toString(),
    );
    if (
      v === 'meta.k8s.io/v1' &&
      Number.isInteger(rv) &&
      typeof start === 'string' &&
      start.endsWith(NEXT_KEY)
    ) {
      return { revision: rv, after: start.slice(0, -NEXT_KEY.length) };
    }
  } catch {
    // Falls through to the one refusal for whatever is wrong with the token.
  }
  throw badRequest(
    `invalid continue token: continue key is not valid: "${token}"`,
  );
}
