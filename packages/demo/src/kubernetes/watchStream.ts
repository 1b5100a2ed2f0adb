import { setTimeout as delay } from 'node:timers/promises';
import { Bell } from './Bell';
import { Change } from './ChangeLog';
import { ConnectionFault } from './ConnectionFault';
import { Faults } from './Faults';
import { ObjectStore } from './ObjectStore';
import { tooLargeResourceVersion, tooOldResourceVersion } from './refusals';
import { Representation } from './representation';
import { resourceName, ResourceType } from './ResourceType';
import { StatusError } from './Status';
import { StoredObject } from './StoredObject';

export interface WatchQuery {
  namespace?: string;
  /** Undefined where nothing is selected by labels or fields. */
  matches?: (object: StoredObject) => boolean;
  /** The version after which to begin; undefined or 0 begins with all that is there. */
  resourceVersion?: number;
  allowBookmarks: boolean;
  /** WatchList: all that is there, then a bookmark that says so. */
  sendInitialEvents: boolean;
  timeoutSeconds?: number;
}

/** kube-apiserver ends watches without a timeout after 30 to 60 min (`--min-request-timeout`). */
const DEFAULT_TIMEOUT_SECONDS = 1800;
/** The last bookmark comes so long before the end (k8s.io/apiserver, `pkg/storage/cacher/cache_watcher.go`). */
const LAST_BOOKMARK_MILLISECONDS = 2000;
/** Events that are written at once: small enough to let others in between. */
const BATCH = 100;

/**
 * The lines of one watch, as the Kubernetes API concepts ("Efficient detection of changes", "Watch bookmarks", "Streaming
 * lists") describe them, until its timeout, its signal or a fault ends it.
 *
 * @throws ConnectionFault where a fault cuts it off
 */
export async function* watchStream(options: {
  store: ObjectStore;
  type: ResourceType;
  query: WatchQuery;
  representation: Representation;
  faults: Faults;
  /** What lies up to this revision the server has never seen, since it was started after it. */
  startedAt: number;
  bookmarkIntervalSeconds: number;
  signal: AbortSignal;
}): AsyncGenerator<string> {
  const { store, type, query, representation, faults, signal } = options;
  const name = resourceName(type);
  const table = store.table(type);
  const selects = selector(query);
  const deadline =
    Date.now() + (query.timeoutSeconds || DEFAULT_TIMEOUT_SECONDS) * 1000;
  const bell = new Bell();
  const ring = () => bell.ring();
  const unsubscribe = [store.subscribe(type, ring), faults.subscribe(ring)];
  signal.addEventListener('abort', ring);

  let cursor = query.resourceVersion ?? 0;
  const bookmark = (initialEventsEnd: boolean) =>
    line(
      'BOOKMARK',
      representation.bookmark({ revision: cursor, initialEventsEnd }),
    );
  const nextBookmark = () => {
    const next = Date.now() + options.bookmarkIntervalSeconds * 1000;
    const last = deadline - LAST_BOOKMARK_MILLISECONDS;
    return last > Date.now() ? Math.min(next, last) : next;
  };

  try {
    if (query.sendInitialEvents && cursor > store.revision) {
      yield errorLine(tooLargeResourceVersion(cursor, store.revision));
      return;
    }
    if (query.sendInitialEvents || cursor === 0) {
      const present = table.sorted().filter(selects);
      cursor = store.revision;
      for (let start = 0; start < present.length; start += BATCH) {
        yield present
          .slice(start, start + BATCH)
          .map(object => line('ADDED', representation.object(object)))
          .join('');
      }
      if (query.sendInitialEvents && query.allowBookmarks) {
        yield bookmark(true);
      }
    }

    let bookmarkAt = nextBookmark();
    while (!signal.aborted) {
      if (faults.find('reset', name)) {
        throw new ConnectionFault('reset');
      }
      if (faults.find('hang', name)) {
        await bell.wait(Infinity);
        continue;
      }
      const forgotten = Math.max(table.log.forgottenUpTo, options.startedAt);
      if (cursor < forgotten || faults.strike('expire', name)) {
        yield errorLine(
          tooOldResourceVersion(cursor, Math.max(forgotten, cursor + 1)),
        );
        return;
      }
      const changes = table.log.after(cursor, BATCH);
      if (changes.length > 0) {
        const slow = faults.strike('slow', name);
        if (slow) {
          await delay(slow.milliseconds ?? 0);
        }
        cursor = changes[changes.length - 1].revision;
        const lines = changes
          .map(change => eventLine(change, selects, representation))
          .join('');
        if (lines && faults.strike('cut', name)) {
          yield lines.slice(0, lines.length / 2);
          throw new ConnectionFault('cut');
        }
        if (lines) {
          yield lines;
        }
        continue;
      }
      cursor = Math.max(cursor, store.revision);
      if (Date.now() >= deadline) {
        return;
      }
      if (query.allowBookmarks && Date.now() >= bookmarkAt) {
        yield bookmark(false);
        bookmarkAt = nextBookmark();
        continue;
      }
      const until = query.allowBookmarks
        ? Math.min(deadline, bookmarkAt)
        : deadline;
      await bell.wait(until - Date.now());
    }
  } finally {
    signal.removeEventListener('abort', ring);
    for (const end of unsubscribe) {
      end();
    }
  }
}

function selector(query: WatchQuery): (object: StoredObject) => boolean {
  const { namespace, matches } = query;
  return object =>
    (!namespace || object.namespace === namespace) &&
    (!matches || matches(object));
}

/** An object that comes into the selection is added to it, one that leaves it is deleted from it. */
function eventLine(
  change: Change,
  selects: (object: StoredObject) => boolean,
  representation: Representation,
): string {
  const { type, before, object, revision } = change;
  const was = before !== undefined && selects(before);
  const is = type !== 'DELETED' && selects(object);
  if (was && is) {
    return line('MODIFIED', representation.object(object));
  }
  if (is) {
    return line('ADDED', representation.object(object));
  }
  if (was) {
    const last = type === 'DELETED' ? object : before.at(revision);
    return line('DELETED', representation.object(last));
  }
  return '';
}

function errorLine(error: StatusError): string {
  return line('ERROR', JSON.stringify(error.status));
}

function line(type: string, object: string): string {
  return `{"type":"${type}","object":${object}}\n`;
}
