import { notAcceptable } from './refusals';
import { apiVersionOf, isBuiltIn, ResourceType } from './ResourceType';
import { StoredObject } from './StoredObject';

/** In which form objects are sent: whole, or as their metadata alone. */
export interface Representation {
  /** The object on its own: the answer to a get, the content of a watch event. */
  object(object: StoredObject): string;
  listItem(object: StoredObject): string;
  /** `kind` and `apiVersion` of a list. */
  listType: { kind: string; apiVersion: string };
  /** The content of a bookmark. */
  bookmark(options: { revision: number; initialEventsEnd: boolean }): string;
}

const JSON_TYPES = ['application/json', 'application/*', '*/*'];

/**
 * Picks the form by the `Accept` header.
 *
 * @throws StatusError 406 where the client accepts no JSON
 */
export function negotiate(
  type: ResourceType,
  accept: string | undefined,
  wanted: 'object' | 'list' | 'watch',
): Representation {
  const metadataOnly =
    wanted === 'list' ? 'PartialObjectMetadataList' : 'PartialObjectMetadata';
  for (const range of (accept || '*/*').split(',')) {
    const [mediaType, ...parameters] = range
      .split(';')
      .map(part => part.trim().toLowerCase());
    if (!JSON_TYPES.includes(mediaType)) {
      continue;
    }
    const as = parameters.find(parameter => parameter.startsWith('as='));
    if (!as) {
      return wholeObjects(type);
    }
    if (
      as === `as=${metadataOnly.toLowerCase()}` &&
      parameters.includes('g=meta.k8s.io') &&
      parameters.includes('v=v1')
    ) {
      return metadataAlone();
    }
  }
  throw notAcceptable(['application/json']);
}

function wholeObjects(type: ResourceType): Representation {
  const itself = { apiVersion: apiVersionOf(type), kind: type.kind };
  return {
    object: object => object.json,
    listItem: object => object.listItem,
    listType: { kind: `${type.kind}List`, apiVersion: apiVersionOf(type) },
    bookmark: options =>
      JSON.stringify({
        ...itself,
        metadata: bookmarkMetadata(options),
        // The server's own types come with the empty fields of their Go structs.
        ...(isBuiltIn(type) && { spec: {}, status: {} }),
      }),
  };
}

function metadataAlone(): Representation {
  const apiVersion = 'meta.k8s.io/v1';
  return {
    object: object => object.partialJson,
    listItem: object => object.partialJson,
    listType: { kind: 'PartialObjectMetadataList', apiVersion },
    bookmark: options =>
      JSON.stringify({
        kind: 'PartialObjectMetadata',
        apiVersion,
        metadata: bookmarkMetadata(options),
      }),
  };
}

function bookmarkMetadata(options: {
  revision: number;
  initialEventsEnd: boolean;
}) {
  return {
    resourceVersion: String(options.revision),
    ...(options.initialEventsEnd && {
      annotations: { 'k8s.io/initial-events-end': 'true' },
    }),
  };
}
