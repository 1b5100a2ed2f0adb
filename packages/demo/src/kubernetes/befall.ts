import { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { answerText } from './answers';
import { ConnectionFault } from './ConnectionFault';
import { Faults } from './Faults';

/**
 * Lets the faults of the connection befall a request, before the server has looked at who asks for what.
 *
 * @returns whether the request has been answered with that
 * @throws ConnectionFault where it gets no answer at all
 */
export async function befall(
  faults: Faults,
  resource: string | undefined,
  response: ServerResponse,
): Promise<boolean> {
  const hang = faults.strike('hang', resource);
  if (hang) {
    await released(
      faults,
      response,
      // One that was for so many requests holds this one for good.
      () => hang.requests === undefined && !faults.find('hang', resource),
    );
  }
  if (faults.strike('reset', resource)) {
    throw new ConnectionFault('reset');
  }
  const slow = faults.strike('slow', resource);
  if (slow) {
    await delay(slow.milliseconds ?? 0);
  }
  if (faults.strike('throttle', resource)) {
    answerText(response, 429, 'Too many requests, please try again later.\n', {
      'Retry-After': '1',
    });
    return true;
  }
  if (faults.strike('garble', resource)) {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('{"kind":"List","items":[{"metadata":{"name":<html>\n');
    return true;
  }
  return false;
}

async function released(
  faults: Faults,
  response: ServerResponse,
  isOver: () => boolean,
): Promise<void> {
  await new Promise<void>(resolve => {
    const unsubscribe = faults.subscribe(() => {
      if (isOver()) {
        unsubscribe();
        resolve();
      }
    });
    response.once('close', () => {
      unsubscribe();
      resolve();
    });
  });
}
