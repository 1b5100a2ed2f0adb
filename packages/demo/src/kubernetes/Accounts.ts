import { forbiddenPath, unauthorized } from './refusals';

/** @public */
export interface Account {
  /** The bearer token by which the account is known. */
  token: string;
  user: string;
  /** `read` is get, list and watch of every resource that is served. */
  access: 'read' | 'write';
}

/** Who a request comes from, and what they may do. */
export interface Caller {
  user: string;
  access: 'none' | 'read' | 'write';
}

/** What everybody may read without a token: the role `system:public-info-viewer`. */
const PUBLIC_PATHS = new Set(['/version', '/healthz', '/livez', '/readyz']);

/**
 * Finds the caller by the `Authorization` header.
 *
 * @throws StatusError 401 for a token that nobody has
 */
export function authenticate(
  accounts: readonly Account[],
  authorization: string | undefined,
): Caller {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) {
    return { user: 'system:anonymous', access: 'none' };
  }
  const account = accounts.find(candidate => candidate.token === token);
  if (!account) {
    throw unauthorized();
  }
  return account;
}

/** @throws StatusError 403 for a path that the caller may not read */
export function authorizePath(caller: Caller, path: string): void {
  if (caller.access === 'none' && !PUBLIC_PATHS.has(path)) {
    throw forbiddenPath({ user: caller.user, verb: 'get', path });
  }
}
