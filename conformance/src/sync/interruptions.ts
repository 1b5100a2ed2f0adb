import {
  KubernetesConnection,
  KubernetesResponse,
} from '@holdfast/plugin-holdfast-backend/testUtils';
import { PassThrough, Readable } from 'node:stream';

type Between = (connection: KubernetesConnection) => KubernetesConnection;

/** A server that knows no WatchList, as those before 1.32 by default: the request is refused, so that pages are read. */
export const withoutWatchList: Between = connection => ({
  name: connection.name,
  close: () => connection.close(),
  request: async (path, options) =>
    options?.query?.sendInitialEvents
      ? refusal('sendInitialEvents is forbidden for watch')
      : connection.request(path, options),
});

/**
 * Does something once, around a request to a path with a parameter: before it is sent, or when its answer has begun to come in, of
 * which no more is let through before that is done.
 */
export function interrupted(options: {
  path: string;
  parameter: string;
  when: 'before' | 'within';
  by: () => Promise<void>;
}): Between {
  const { path, parameter, when, by } = options;
  let isDone = false;
  return connection => ({
    name: connection.name,
    close: () => connection.close(),
    request: async (requestPath, request) => {
      if (isDone || requestPath !== path || !request?.query?.[parameter]) {
        return connection.request(requestPath, request);
      }
      isDone = true;
      if (when === 'before') {
        await by();
      }
      const response = await connection.request(requestPath, request);
      return when === 'within'
        ? { ...response, body: heldUp(response.body, by) }
        : response;
    },
  });
}

function heldUp(body: Readable, by: () => Promise<void>): Readable {
  const through = new PassThrough();
  const pass = async () => {
    let isFirst = true;
    for await (const chunk of body) {
      through.write(chunk);
      if (isFirst) {
        isFirst = false;
        await by();
      }
    }
    through.end();
  };
  pass().catch(error => through.destroy(error));
  return through;
}

function refusal(message: string): KubernetesResponse {
  const status = {
    kind: 'Status',
    status: 'Failure',
    code: 422,
    reason: 'Invalid',
    message,
  };
  return {
    status: status.code,
    headers: {},
    body: Readable.from([Buffer.from(JSON.stringify(status))]),
  };
}
