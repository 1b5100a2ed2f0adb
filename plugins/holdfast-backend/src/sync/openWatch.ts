import { KubernetesConnection } from '../clusters/KubernetesConnection';
import { ApiError } from './ApiError';
import { readRefusal } from './readRefusal';
import { WatchEvent, watchEvents } from './watchEvents';

/** A server that is silent for this long has no more initial events, and does not know how to say so. */
const INITIAL_SILENCE_MS = 60_000;

/** How much longer than it was asked to the server may let a watch go on in silence. */
const TIMEOUT_LEEWAY_SECONDS = 30;

class InitialSilenceError extends Error {}

/**
 * Watches a kind from a resource version on, or from nothing: the first events then tell of all objects, up to a bookmark that says so
 * (WatchList). The server ends a watch after 5 to 10 min, each at another time.
 *
 * @throws ApiError for a refusal, Error for a connection that breaks or falls silent
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#streaming-lists
 */
export async function* openWatch(options: {
  connection: KubernetesConnection;
  path: string;
  /** Only of objects with these labels. */
  labelSelector?: string;
  /** Where to go on from. Undefined: from nothing. */
  resourceVersion: string | undefined;
  signal: AbortSignal;
  /** Called when the server has agreed to it. */
  onOpen: () => void;
}): AsyncGenerator<Iterable<WatchEvent>> {
  const { connection, path, labelSelector, resourceVersion, signal, onOpen } =
    options;
  const timeoutSeconds = 300 + Math.floor(Math.random() * 301);
  const { status, headers, body } = await connection.request(path, {
    query: {
      watch: true,
      ...(labelSelector !== undefined && { labelSelector }),
      allowWatchBookmarks: true,
      timeoutSeconds,
      ...(resourceVersion === undefined
        ? { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan' }
        : { resourceVersion }),
    },
    idleTimeoutMs: (timeoutSeconds + TIMEOUT_LEEWAY_SECONDS) * 1000,
    signal,
  });
  if (status !== 200) {
    throw await readRefusal({ status, headers, body });
  }
  onOpen();

  let isInitial = resourceVersion === undefined;
  const silence = setTimeout(() => {
    if (isInitial) {
      body.destroy(new InitialSilenceError('The server tells of no end'));
    }
  }, INITIAL_SILENCE_MS);
  function* noticingEnd(events: Iterable<WatchEvent>): Generator<WatchEvent> {
    for (const event of events) {
      if (event.type === 'bookmark' && event.initialEventsEnd) {
        isInitial = false;
      }
      yield event;
    }
  }
  try {
    for await (const events of watchEvents(body)) {
      silence.refresh();
      yield isInitial ? noticingEnd(events) : events;
    }
  } finally {
    clearTimeout(silence);
    body.destroy();
  }
}

/**
 * Whether a server cannot or may not begin a watch with all objects, so that listing them is worth a try.
 */
export function isRefusalToStream(error: unknown): boolean {
  return error instanceof ApiError
    ? ![401, 404, 410, 429, 503, 504].includes(error.code)
    : error instanceof InitialSilenceError;
}
