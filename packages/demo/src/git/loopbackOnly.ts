import { NotAllowedError } from '@backstage/errors';
import { NextFunction, Request, Response } from 'express';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Refuses requests that were sent to another name: a page of a foreign host whose name was made to lead here must not read or press anything.
 */
export function loopbackOnly(
  request: Request,
  _response: Response,
  next: NextFunction,
): void {
  const { host = '' } = request.headers;
  next(
    loopback.test(host)
      ? undefined
      : new NotAllowedError(
          `This host answers to localhost and 127.0.0.1, not to "${host}"`,
        ),
  );
}
