import { JsonObject } from '@backstage/types';
import {
  isJsonObject,
  JsonPath,
  KubernetesObject,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../engine';
import { foreignPurpose } from './foreignFiles';
import { CatalogEntity } from './InputObjects';
import { readEntity } from './readEntity';

/**
 * What came of reading one value of a document.
 *
 * - `object`: of a kind that an engine reads
 * - `entity`: of the software catalog
 * - `listed`: a list of one kind, which may be empty
 * - `kustomization`: patches are named in it
 * - `other`: Kubernetes, and of no concern here; Secrets are among it
 * - `foreign`: for another tool, and it shows
 * - `broken`: it should be an object and is not
 */
export type ReadValue = { path: JsonPath } & (
  | { type: 'object'; object: KubernetesObject; resource: WatchedResource }
  | { type: 'entity'; entity: CatalogEntity }
  | { type: 'listed'; resource: WatchedResource }
  | { type: 'kustomization'; value: unknown }
  | { type: 'other' }
  | { type: 'foreign'; purpose: string }
  | {
      type: 'broken';
      message: string;
      /** The kind, with group, that is no longer known whole, and the namespace where that is. */
      kind?: string;
      namespace?: string;
    }
);

type ResourceOf = (object: {
  apiVersion?: string;
  kind?: string;
}) => WatchedResource | undefined;

/** DNS subdomains: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const namePattern = /^[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?$/;

const notKubernetes =
  'is no Kubernetes object: it has no apiVersion and no kind';

/**
 * Reads a value as the objects that it is or lists.
 */
export function* readValue(options: {
  value: unknown;
  path?: JsonPath;
  resourceOf: ResourceOf;
  /** The namespace of objects that name none. */
  namespace?: string;
}): Generator<ReadValue> {
  const { value, path = [], resourceOf, namespace } = options;
  if (value === null || value === undefined) return;
  if (Array.isArray(value) && value.length && value.every(isKindOfObject)) {
    // As `jq .items` leaves it.
    yield* readItems({ ...options, path, items: value });
    return;
  }
  if (!isJsonObject(value)) {
    yield { type: 'broken', path, message: notKubernetes };
    return;
  }
  const { apiVersion, kind } = value;
  if (apiVersion === undefined && kind === undefined) {
    const purpose = foreignPurpose(value);
    yield purpose
      ? { type: 'foreign', path, purpose }
      : { type: 'broken', path, message: notKubernetes };
    return;
  }
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    const [has, lacks] =
      typeof kind === 'string'
        ? ['kind', 'apiVersion']
        : ['apiVersion', 'kind'];
    yield {
      type: 'broken',
      path,
      message: `is no Kubernetes object: it has ${
        typeof value[has] === 'string' ? `${has} '${value[has]}'` : `a ${has}`
      } and no ${lacks} that is text`,
    };
    return;
  }
  if (/^kustomize\.config\.k8s\.io\//.test(apiVersion)) {
    yield { type: 'kustomization', path, value };
    return;
  }
  const { items } = value;
  if (kind === 'List' && !Array.isArray(items) && (items ?? null) !== null) {
    const message = 'is a List whose items are not a list';
    yield { type: 'broken', path: [...path, 'items'], message };
    return;
  }
  if (kind.endsWith('List') && (Array.isArray(items) || items === null)) {
    yield* readList({ ...options, path, list: value, apiVersion, kind });
    return;
  }
  const entity = readEntity(value);
  if (entity) {
    yield { type: 'entity', path, entity };
    return;
  }
  yield readObject({ value, path, apiVersion, kind, resourceOf, namespace });
}

function isKindOfObject(value: unknown): boolean {
  return isJsonObject(value) && 'apiVersion' in value && 'kind' in value;
}

function* readList(
  options: Parameters<typeof readValue>[0] & {
    path: JsonPath;
    list: Readonly<Record<string, unknown>>;
    apiVersion: string;
    kind: string;
  },
): Generator<ReadValue> {
  const { list, path, apiVersion, kind, resourceOf } = options;
  const { items, metadata } = list;
  const ofKind = { apiVersion, kind: kind.replace(/List$/, '') };
  const resource = resourceOf(ofKind);
  if (resource) yield { type: 'listed', path, resource };
  if (isJsonObject(metadata) && metadata.continue) {
    yield {
      type: 'broken',
      path: [...path, 'metadata', 'continue'],
      message: 'is a list that goes on: read all of it, not a page',
      ...(resource && { kind: qualifiedKind(resource) }),
    };
  }
  yield* readItems({
    ...options,
    path: [...path, 'items'],
    // The API server itself leaves kind and version out where they are those of the list.
    items: (Array.isArray(items) ? items : []).map((item: unknown) =>
      resource && isJsonObject(item) ? { ...ofKind, ...item } : item,
    ),
  });
}

function* readItems(
  options: Parameters<typeof readValue>[0] & {
    path: JsonPath;
    items: readonly unknown[];
  },
): Generator<ReadValue> {
  const { items, path } = options;
  for (const [index, value] of items.entries()) {
    yield* readValue({ ...options, value, path: [...path, index] });
  }
}

function readObject(options: {
  value: JsonObject;
  path: JsonPath;
  apiVersion: string;
  kind: string;
  resourceOf: ResourceOf;
  namespace?: string;
}): ReadValue {
  const { value, path, apiVersion, kind, resourceOf } = options;
  const [group, version, ...rest] = apiVersion.split('/');
  if (rest.length || (version === undefined && group.includes('.'))) {
    return {
      type: 'broken',
      path: [...path, 'apiVersion'],
      message: `${kind} has the apiVersion '${apiVersion}', which has to be group/version, such as postgresql.cnpg.io/v1`,
    };
  }
  const resource = resourceOf({ apiVersion, kind });
  if (!resource) return { type: 'other', path };

  const { metadata } = value;
  const namespace = resource.namespaced
    ? stringAt(value, 'metadata', 'namespace') ?? options.namespace
    : undefined;
  const broken = (message: string, field: JsonPath = []): ReadValue => ({
    type: 'broken',
    path: [...path, ...field],
    message,
    kind: qualifiedKind(resource),
    ...(namespace !== undefined && { namespace }),
  });
  if ((version ?? group) !== resource.version) {
    return broken(
      `${kind} is of an unknown version, ${apiVersion}: Holdfast reads ${
        resource.group ? `${resource.group}/` : ''
      }${resource.version}`,
      ['apiVersion'],
    );
  }
  if (!isJsonObject(metadata)) return broken(`${kind} has no metadata`);
  if (metadata.name === undefined && metadata.generateName !== undefined) {
    return {
      type: 'foreign',
      path,
      purpose: `a ${kind} to be created, which has no name yet`,
    };
  }
  for (const field of ['name', 'namespace'] as const) {
    const text = metadata[field] ?? undefined;
    if (text === undefined && field === 'namespace') continue;
    if (typeof text !== 'string') {
      return broken(`${kind} has no metadata.${field} that is text`, [
        'metadata',
        field,
      ]);
    }
    if (!namePattern.test(text) || text.length > 253) {
      const hint = /[{$<@%]/.test(text)
        ? ' If it is a template, check what it renders.'
        : '';
      return broken(
        `${kind} has the metadata.${field} '${text.slice(
          0,
          60,
        )}', which is no name: lower-case letters, digits, '-' and '.' make one.${hint}`,
        ['metadata', field],
      );
    }
  }
  const object = placedIn(value, metadata, namespace);
  return isKubernetesObject(object)
    ? { type: 'object', path, object, resource }
    : broken(`${kind} has no metadata`);
}

function placedIn(
  value: Readonly<Record<string, unknown>>,
  metadata: Readonly<Record<string, unknown>>,
  namespace: string | undefined,
): unknown {
  const { namespace: _own, ...rest } = metadata;
  return {
    ...value,
    metadata: { ...rest, ...(namespace !== undefined && { namespace }) },
  };
}

function isKubernetesObject(value: unknown): value is KubernetesObject {
  return (
    isJsonObject(value) &&
    isJsonObject(value.metadata) &&
    typeof value.metadata.name === 'string' &&
    ['string', 'undefined'].includes(typeof value.metadata.namespace)
  );
}
