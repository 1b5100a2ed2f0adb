import { randomBytes } from 'node:crypto';
import { KubernetesObject, ObjectMetadata } from './KubernetesObject';
import { mergePatch } from './mergePatch';
import { ObjectStore } from './ObjectStore';
import {
  alreadyExists,
  badRequest,
  conflict,
  invalid,
  notFound,
} from './refusals';
import { apiVersionOf, ResourceType } from './ResourceType';
import { resourceTypes } from './resourceTypes';
import { Status } from './Status';
import { StoredObject } from './StoredObject';

/** One object of one type, as the path of a request names it. */
export interface WriteTarget {
  type: ResourceType;
  namespace?: string;
  name: string;
  /** Whether the path ends in `/status`. */
  status: boolean;
}

/** @throws StatusError 400, 404, 409 or 422 */
export function createObject(
  store: ObjectStore,
  target: { type: ResourceType; namespace?: string },
  body: Record<string, unknown>,
): StoredObject {
  const { type, namespace } = target;
  const object = readObject(type, body);
  if (object.metadata.namespace && object.metadata.namespace !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  const { generateName } = object.metadata;
  const name =
    object.metadata.name ||
    (generateName && generateName + randomBytes(3).toString('hex').slice(1));
  if (!name) {
    throw invalid({
      group: type.group,
      kind: type.kind,
      cause: {
        reason: 'FieldValueRequired',
        field: 'metadata.name',
        message: 'Required value: name or generateName is required',
      },
    });
  }
  const { namespaces } = resourceTypes;
  if (
    namespace &&
    store.types.includes(namespaces) &&
    !store.stored(namespaces, { name: namespace })
  ) {
    throw notFound(namespaces, namespace);
  }
  if (store.stored(type, { namespace, name })) {
    throw alreadyExists(type, name);
  }
  const { status: _status, ...withoutStatus } = object;
  return store.write(
    type,
    {
      ...(type.statusSubresource ? withoutStatus : object),
      metadata: { ...clientMetadata(object.metadata), name, namespace },
    },
    undefined,
  );
}

/** @throws StatusError 400, 404, 409 or 422 */
export function replaceObject(
  store: ObjectStore,
  target: WriteTarget,
  body: Record<string, unknown>,
): StoredObject {
  const { type, name } = target;
  const object = readObject(type, body);
  if (object.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${
        object.metadata.name ?? ''
      }) does not match the name on the URL (${name})`,
    );
  }
  const before = expect(store, target);
  if (!object.metadata.resourceVersion) {
    throw invalid({
      group: type.group,
      kind: type.plural,
      name,
      cause: {
        reason: 'FieldValueInvalid',
        field: 'metadata.resourceVersion',
        message: 'Invalid value: 0: must be specified for an update',
      },
    });
  }
  return update(store, target, before, object);
}

/** @throws StatusError 404, 409 or 422 */
export function patchObject(
  store: ObjectStore,
  target: WriteTarget,
  patch: Record<string, unknown>,
): StoredObject {
  const before = expect(store, target);
  const patched = mergePatch(before.toObject(), patch);
  return update(store, target, before, readObject(target.type, patched));
}

/**
 * Deletes an object, or marks one that finalizers hold.
 *
 * @returns what the server answers
 * @throws StatusError 404 or 409
 */
export function deleteObject(
  store: ObjectStore,
  target: WriteTarget,
  options: { uid?: string; resourceVersion?: string },
): StoredObject | Status {
  const { type, name } = target;
  const before = expect(store, target);
  if (
    (options.uid && options.uid !== before.uid) ||
    (options.resourceVersion &&
      options.resourceVersion !== String(before.revision))
  ) {
    throw conflict(type, name);
  }
  const last = store.remove(before);
  if (store.stored(type, target)) {
    return last;
  }
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(type.group && { group: type.group }),
      kind: type.plural,
      uid: before.uid,
    },
  };
}

function expect(store: ObjectStore, target: WriteTarget): StoredObject {
  const before = store.stored(target.type, target);
  if (!before) {
    throw notFound(target.type, target.name);
  }
  return before;
}

/** Writes what the path allows: the status alone through `/status`, all but the status elsewhere. */
function update(
  store: ObjectStore,
  target: WriteTarget,
  before: StoredObject,
  object: KubernetesObject,
): StoredObject {
  const { type, name } = target;
  const previous = before.toObject();
  const { resourceVersion, uid = before.uid } = object.metadata;
  if (resourceVersion && resourceVersion !== String(before.revision)) {
    throw conflict(type, name);
  }
  if (uid !== before.uid) {
    throw invalid({
      group: type.group,
      kind: type.kind,
      name,
      cause: {
        reason: 'FieldValueInvalid',
        field: 'metadata.uid',
        message: `Invalid value: "${uid}": field is immutable`,
      },
    });
  }
  if (target.status) {
    return store.write(type, { ...previous, status: object.status }, before);
  }
  const { status: _status, ...withoutStatus } = object;
  const { deletionTimestamp, deletionGracePeriodSeconds, generation } =
    previous.metadata;
  return store.write(
    type,
    {
      ...(type.statusSubresource
        ? { ...withoutStatus, status: previous.status }
        : object),
      metadata: {
        ...clientMetadata(object.metadata),
        name,
        namespace: previous.metadata.namespace,
        // These are the server's alone.
        ...(generation !== undefined && { generation }),
        ...(deletionTimestamp && {
          deletionTimestamp,
          deletionGracePeriodSeconds,
        }),
      },
    },
    before,
  );
}

function clientMetadata(metadata: Partial<ObjectMetadata>) {
  const {
    uid: _uid,
    creationTimestamp: _creationTimestamp,
    deletionTimestamp: _deletionTimestamp,
    generation: _generation,
    resourceVersion: _resourceVersion,
    ...rest
  } = metadata;
  return rest;
}

function readObject(
  type: ResourceType,
  body: Record<string, unknown>,
): KubernetesObject {
  const { apiVersion = apiVersionOf(type), kind = type.kind, metadata } = body;
  const object = { ...body, metadata: { name: '', ...Object(metadata) } };
  if (apiVersion !== apiVersionOf(type)) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${apiVersionOf(
        type,
      )})`,
    );
  }
  if (kind !== type.kind) {
    throw invalid({
      group: type.group,
      kind: String(kind),
      name: object.metadata.name,
      cause: {
        reason: 'FieldValueInvalid',
        field: 'kind',
        message: `Invalid value: "${kind}": must be ${type.kind}`,
      },
    });
  }
  return object;
}
