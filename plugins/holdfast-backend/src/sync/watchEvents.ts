import { Readable } from 'node:stream';
import { refusalOf } from './readRefusal';
import { splitLines } from './splitLines';

/** Marks the bookmark behind the last of the initial events of a WatchList. */
const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

/**
 * One thing that a watch tells.
 */
export type WatchEvent =
  | { type: 'changed' | 'deleted'; object: unknown; resourceVersion?: string }
  | {
      type: 'bookmark';
      resourceVersion?: string;
      /** All objects that existed when the watch began have been told. */
      initialEventsEnd: boolean;
    };

/**
 * Reads the events of a watch until it ends, those together that came in together. They are parsed as they are taken, so that those
 * before a bad one can still be used.
 *
 * @throws ApiError for an error that the server tells within the watch, SyntaxError for a line that is no event
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
 */
export async function* watchEvents(
  body: Readable,
): AsyncGenerator<Iterable<WatchEvent>> {
  for await (const lines of splitLines(body)) {
    yield parseEvents(lines);
  }
}

function* parseEvents(lines: readonly string[]): Generator<WatchEvent> {
  for (const line of lines) {
    if (line) {
      yield parseEvent(line);
    }
  }
}

function parseEvent(line: string): WatchEvent {
  const event: { type?: unknown; object?: unknown } = JSON.parse(line);
  const { type, object } = event ?? {};
  const metadata = metadataOf(object);
  const resourceVersion =
    typeof metadata.resourceVersion === 'string'
      ? metadata.resourceVersion
      : undefined;
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
      return { type: 'changed', object, resourceVersion };
    case 'DELETED':
      return { type: 'deleted', object, resourceVersion };
    case 'BOOKMARK':
      return {
        type: 'bookmark',
        resourceVersion,
        initialEventsEnd:
          recordOf(metadata.annotations)[INITIAL_EVENTS_END] === 'true',
      };
    case 'ERROR':
      throw refusalOf(object, {
        code: 500,
        message: 'The watch ended with an error that does not say what it is',
      });
    default:
      throw new SyntaxError(
        `The watch told of a '${type}', which is no type of event`,
      );
  }
}

/**
 * The metadata of an object that may not be one.
 */
export function metadataOf(object: unknown): Record<string, unknown> {
  return recordOf(recordOf(object).metadata);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
