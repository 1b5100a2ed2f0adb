import { KubernetesConnection } from '../clusters/KubernetesConnection';
import { readRefusal } from './readRefusal';
import { metadataOf } from './watchEvents';

const MAX_PAGE_ITEMS = 500;
const MIN_PAGE_ITEMS = 20;

/** Parsing holds up the process: about 25 ms for this much. */
const TARGET_PAGE_BYTES = 2.5 * 1024 * 1024;

/**
 * Some of the objects of a kind.
 */
export interface ListPage {
  items: unknown[];
  /** Of the whole list: the same on every page. */
  resourceVersion?: string;
}

/**
 * Reads all objects of a kind, a page at a time; smaller pages where objects are large.
 *
 * @throws ApiError for a refusal, SyntaxError for an answer that is no list
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
 */
export async function* listPages(options: {
  connection: KubernetesConnection;
  path: string;
  /** Only objects with these labels. */
  labelSelector?: string;
  signal: AbortSignal;
}): AsyncGenerator<ListPage> {
  const { connection, path, labelSelector, signal } = options;
  let limit = MAX_PAGE_ITEMS;
  let continueToken: string | undefined;
  do {
    const response = await connection.request(path, {
      query: {
        limit,
        ...(labelSelector !== undefined && { labelSelector }),
        ...(continueToken && { continue: continueToken }),
      },
      compressed: true,
      signal,
    });
    if (response.status !== 200) {
      throw await readRefusal(response);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of response.body) {
      chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    const list: { items?: unknown } = JSON.parse(bytes.toString('utf8'));
    const metadata = metadataOf(list);
    // Go leaves the items of an empty list out, or has them null.
    const items = list.items ?? [];
    if (!Array.isArray(items)) {
      throw new SyntaxError(
        'The API server answered with something else than a list',
      );
    }
    if (items.length) {
      const fitting = (TARGET_PAGE_BYTES * items.length) / bytes.length;
      limit = Math.round(
        Math.min(MAX_PAGE_ITEMS, Math.max(MIN_PAGE_ITEMS, fitting)),
      );
    }
    continueToken =
      typeof metadata.continue === 'string' ? metadata.continue : undefined;
    yield {
      items,
      resourceVersion:
        typeof metadata.resourceVersion === 'string'
          ? metadata.resourceVersion
          : undefined,
    };
  } while (continueToken);
}
