import { setTimeout as sleep } from 'node:timers/promises';
import { isJsonObject, WatchedResource } from '@holdfast/plugin-holdfast-node';
import { ApiServer, RefusedError } from './ApiServer';

const PAGE_ITEMS = '500';
const ATTEMPTS = 3;
const LONGEST_WAIT_MS = 30_000;

/**
 * Reads all objects of a kind, a page at a time. A list whose pages run out of date is read anew, so that the objects are those of one moment.
 *
 * @throws RefusedError when the API server refuses
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
 */
export async function listResource(options: {
  server: Pick<ApiServer, 'get'>;
  resource: WatchedResource;
  /** All namespaces if not given. */
  namespace?: string;
}): Promise<unknown[]> {
  const { server, resource, namespace } = options;
  const path = pathOf(resource, namespace);
  for (let attempt = 1; ; attempt++) {
    try {
      return await listPages(server, path, resource.labelSelector);
    } catch (error) {
      if (!(error instanceof RefusedError) || attempt >= ATTEMPTS) throw error;
      if (error.status === 429 || error.status === 503) {
        await sleep(Math.min(error.retryAfterMs ?? 1000, LONGEST_WAIT_MS));
      } else if (error.status !== 410) {
        throw error;
      }
    }
  }
}

async function listPages(
  server: Pick<ApiServer, 'get'>,
  path: string,
  labelSelector: string | undefined,
): Promise<unknown[]> {
  const objects: unknown[] = [];
  let token: string | undefined;
  do {
    const list = await server.get(path, {
      limit: PAGE_ITEMS,
      ...(labelSelector !== undefined && { labelSelector }),
      ...(token && { continue: token }),
    });
    const { items = [], metadata } = isJsonObject(list) ? list : {};
    // Go leaves the items of an empty list null.
    if (!isJsonObject(list) || !(Array.isArray(items) || items === null)) {
      throw new SyntaxError(
        'the API server answered with something else than a list',
      );
    }
    objects.push(...(items ?? []));
    const next = isJsonObject(metadata) ? metadata.continue : undefined;
    token = typeof next === 'string' ? next : undefined;
  } while (token);
  return objects;
}

function pathOf(resource: WatchedResource, namespace: string | undefined) {
  const { group, version, plural, namespaced } = resource;
  const base = group ? `/apis/${group}/${version}` : `/api/${version}`;
  return namespaced && namespace !== undefined
    ? `${base}/namespaces/${encodeURIComponent(namespace)}/${plural}`
    : `${base}/${plural}`;
}
