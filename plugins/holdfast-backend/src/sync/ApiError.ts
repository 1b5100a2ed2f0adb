import { CustomErrorBase, isError, toError } from '@backstage/errors';
import { SyncError } from '../inventory/ClusterState';

/**
 * A refusal by an API server, as an answer or within a watch.
 */
export class ApiError extends CustomErrorBase {
  readonly code: number;
  /** The server's own word for it, such as `Expired`. */
  readonly reason: string;
  /** How long the server wants to be left alone. */
  readonly retryAfterMs?: number;

  constructor(options: {
    code: number;
    reason: string;
    message: string;
    retryAfterMs?: number;
  }) {
    super(options.message);
    this.name = 'ApiError';
    this.code = options.code;
    this.reason = options.reason;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/**
 * Whether an API server said that it cannot go on from a resource version or a continue token: it is too old, or, with a server that
 * was set back, too new.
 */
export function isExpired(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.code === 410 ||
      (error.code === 504 &&
        error.message.includes('Too large resource version')))
  );
}

/**
 * An error in the words in which the state of the sync tells it.
 */
export function describeError(error: unknown): SyncError {
  if (error instanceof ApiError) {
    const { code, reason, message } = error;
    return { code, reason, message };
  }
  // Where a name has several addresses, and none can be reached, there is one error for each.
  const errors: unknown = isError(error) ? error.errors : undefined;
  const [first] = Array.isArray(errors) ? errors : [error];
  const { name, message, code } = toError(first);
  return { reason: typeof code === 'string' ? code : name, message };
}
