import { createHash, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import { NextFunction, Request, Response } from 'express';

/** Who may write to the host. */
export interface GitCredentials {
  username: string;
  password: string;
}

const REALM = 'Basic realm="Git host of the Holdfast demo", charset="UTF-8"';

/** What a caller presents: the name and password, or the password alone as Gitea's token. */
function presented(header: string): GitCredentials | { token: string } {
  const [, scheme = '', value = ''] = header.match(/^(\S+)\s+(.*)$/) ?? [];
  if (scheme.toLowerCase() === 'token') return { token: value };
  if (scheme.toLowerCase() !== 'basic') {
    throw new AuthenticationError('Authorization has to be "Basic" or "token"');
  }
  const text = Buffer.from(value, 'base64').toString();
  const colon = text.indexOf(':');
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** Of equal length whatever is presented, so that a comparison takes as long for every guess. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

/**
 * Whether a request comes from who may write; `false` for one without credentials.
 *
 * @throws AuthenticationError for wrong ones
 */
export function isWriter(
  request: Request,
  credentials: GitCredentials,
): boolean {
  const { authorization } = request.headers;
  if (!authorization) return false;
  const given = presented(authorization);
  const right =
    'token' in given
      ? isSame(given.token, credentials.password)
      : isSame(given.username, credentials.username) &&
        isSame(given.password, credentials.password);
  if (!right) throw new AuthenticationError('The credentials are wrong');
  return true;
}

/** Refuses wrong credentials everywhere, and writes without any. */
export function authenticate(
  credentials: GitCredentials,
  needsWriter: (request: Request) => boolean,
) {
  return (request: Request, response: Response, next: NextFunction) => {
    try {
      if (!isWriter(request, credentials) && needsWriter(request)) {
        throw new AuthenticationError(
          'Writing needs the name and the password of the demo',
        );
      }
      next();
    } catch (error) {
      response.setHeader('WWW-Authenticate', REALM);
      next(error);
    }
  };
}
