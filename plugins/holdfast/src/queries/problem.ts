import { ResponseError } from '@backstage/errors';

/** Why an answer did not come, as far as the interface acts on it. */
export type Problem = 'refused' | 'not-found' | 'failed';

/** What went wrong in the backend's own words, where it said so. */
export function messageOf(error: Error): string {
  return error instanceof ResponseError ? error.cause.message : error.message;
}

/** Sorts an error of the API client; what it cannot place has `failed`. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof ResponseError)) return 'failed';
  switch (error.statusCode) {
    case 401:
    case 403:
      return 'refused';
    case 404:
      return 'not-found';
    default:
      return 'failed';
  }
}
