import { decodeContinueToken, encodeContinueToken } from './continueToken';
import { ObjectStore } from './ObjectStore';
import {
  badRequest,
  compactedResourceVersion,
  expiredContinue,
  tooLargeResourceVersion,
} from './refusals';
import { ResourceType } from './ResourceType';
import { StoredObject } from './StoredObject';

export interface ListQuery {
  namespace?: string;
  /** Undefined where nothing is selected by labels or fields. */
  matches?: (object: StoredObject) => boolean;
  /** 0 or undefined: everything in one answer. */
  limit?: number;
  continueToken?: string;
  resourceVersion?: number;
  resourceVersionMatch?: 'Exact' | 'NotOlderThan';
}

export interface ListPage {
  revision: number;
  items: readonly StoredObject[];
  /** Undefined on the last page. */
  continueToken?: string;
  /** How many follow this page; unknown where a selector is used. */
  remaining?: number;
}

/**
 * Reads one page with the semantics of the Kubernetes API concepts ("Resource versions", "Retrieving large results sets in
 * chunks"): all pages show the state of the first, until that is compacted.
 *
 * @throws StatusError 400 for contradictory parameters, 410 for a state that is no longer known, 504 for one yet to come
 */
export function readListPage(
  store: ObjectStore,
  type: ResourceType,
  query: ListQuery,
): ListPage {
  const { namespace, matches } = query;
  const { revision, after, limit, all } = locate(store, type, query);

  const start = after === undefined ? 0 : indexAfter(all, after);
  const items: StoredObject[] = [];
  let next = start;
  for (; next < all.length && items.length < limit; next++) {
    const object = all[next];
    if (
      (!namespace || object.namespace === namespace) &&
      (!matches || matches(object))
    ) {
      items.push(object);
    }
  }
  const rest = namespace
    ? all.slice(next).filter(object => object.namespace === namespace).length
    : all.length - next;
  if (rest === 0) {
    return { revision, items };
  }
  return {
    revision,
    items,
    continueToken: encodeContinueToken({ revision, after: all[next - 1].key }),
    remaining: matches ? undefined : rest,
  };
}

function locate(store: ObjectStore, type: ResourceType, query: ListQuery) {
  const { continueToken, limit, resourceVersion, resourceVersionMatch } = query;
  const table = store.table(type);
  const bounded = limit || Infinity;

  if (continueToken) {
    if (resourceVersion) {
      throw badRequest(
        'specifying resource version is not allowed when using continue',
      );
    }
    const { revision, after } = decodeContinueToken(continueToken);
    const shown = revision < 0 ? store.revision : revision;
    const all = table.sortedAt(shown);
    if (!all) {
      throw expiredContinue(encodeContinueToken({ revision: -1, after }));
    }
    return { revision: shown, after, limit: bounded, all };
  }

  if (resourceVersion && resourceVersion > store.revision) {
    throw tooLargeResourceVersion(resourceVersion, store.revision);
  }
  const exact =
    resourceVersionMatch === 'Exact' ||
    // Before resourceVersionMatch existed, a limit made the version exact.
    (resourceVersion && limit && !resourceVersionMatch);
  if (exact && resourceVersion) {
    const all = table.sortedAt(resourceVersion);
    if (!all) {
      throw compactedResourceVersion();
    }
    return { revision: resourceVersion, after: undefined, limit: bounded, all };
  }
  return {
    revision: store.revision,
    after: undefined,
    // "Any" version is answered from the watch cache, which knows no pages.
    limit: resourceVersion === 0 ? Infinity : bounded,
    all: table.sorted(),
  };
}

function indexAfter(objects: readonly StoredObject[], key: string): number {
  let low = 0;
  let high = objects.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (objects[middle].key <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
