import { isDeepStrictEqual } from 'node:util';
import { Change } from './ChangeLog';
import { countsGenerations, nextGeneration } from './generation';
import {
  KubernetesObject,
  ObjectKey,
  ObjectMetadata,
} from './KubernetesObject';
import { mergePatch } from './mergePatch';
import { apiVersionOf, resourceName, ResourceType } from './ResourceType';
import { ResourceTable } from './ResourceTable';
import { seededUid } from './seededUid';
import { storageKey, StoredObject } from './StoredObject';

/** @public */
export interface ObjectStoreOptions {
  types: readonly ResourceType[];
  /** The clock of creation and deletion timestamps; the machine's by default. */
  now?: () => Date;
  /** Part of every uid, so that two clusters with the same objects do not share them. */
  seed?: string;
  /** How many changes of each type watches can look back on at least; 2,000 by default. */
  historyLimit?: number;
}

/**
 * The objects of one simulated cluster: what etcd is to a real one. One counter of revisions runs across all types;
 * every write takes the next, and a write that changes nothing takes none.
 *
 * These methods are the hand of operators and of the demo's clock: they may write any field, `status` included. Rules for
 * clients, such as optimistic concurrency and the status subresource, hold at the API server's front.
 *
 * @public
 */
export class ObjectStore {
  readonly #tables = new Map<string, ResourceTable>();
  readonly #listeners = new Map<string, Set<(change: Change) => void>>();
  readonly #now: () => Date;
  readonly #seed: string;
  #revision = 1000;

  static create(options: ObjectStoreOptions): ObjectStore {
    return new ObjectStore(options);
  }

  private constructor(options: ObjectStoreOptions) {
    const { types, now = () => new Date(), seed = '', historyLimit } = options;
    this.#now = now;
    this.#seed = seed;
    for (const type of types) {
      this.#tables.set(
        resourceName(type),
        new ResourceTable(type, {
          historyLimit: historyLimit ?? 2_000,
          startRevision: this.#revision,
        }),
      );
    }
  }

  /** The revision of the latest write. */
  get revision(): number {
    return this.#revision;
  }

  get types(): ResourceType[] {
    return [...this.#tables.values()].map(table => table.type);
  }

  /** @returns a copy, or `undefined` where there is no such object */
  get(type: ResourceType, key: ObjectKey): KubernetesObject | undefined {
    return this.stored(type, key)?.toObject();
  }

  /** @returns copies, ordered by namespace and name */
  list(
    type: ResourceType,
    options: { namespace?: string } = {},
  ): KubernetesObject[] {
    const { namespace } = options;
    return this.table(type)
      .sorted()
      .filter(object => !namespace || object.namespace === namespace)
      .map(object => object.toObject());
  }

  /**
   * Creates an object, or makes an existing one equal to this.
   *
   * What a server assigns (`uid`, `creationTimestamp`, `generation`) is kept from the existing object unless given, which
   * makes it possible to begin with objects that are months old. Without `status` the existing status stays.
   *
   * @returns the object as stored
   */
  apply(type: ResourceType, object: KubernetesObject): KubernetesObject {
    const before = this.stored(type, object.metadata);
    const previous = before?.toObject();
    const complete =
      previous && !('status' in object) && 'status' in previous
        ? { ...object, status: previous.status }
        : object;
    return this.write(type, complete, before).toObject();
  }

  /**
   * Merges a JSON merge patch into an object, `status` included.
   *
   * @throws RangeError where there is no such object
   */
  patch(
    type: ResourceType,
    key: ObjectKey,
    patch: { metadata?: Partial<ObjectMetadata>; [field: string]: unknown },
  ): KubernetesObject {
    const before = this.#expect(type, key);
    const previous = before.toObject();
    const { metadata, ...content } = patch;
    return this.write(
      type,
      {
        ...mergePatch(previous, content),
        metadata: { ...mergePatch(previous.metadata, metadata ?? {}), ...key },
      },
      before,
    ).toObject();
  }

  /**
   * Merges a JSON merge patch into the status of an object.
   *
   * @throws RangeError where there is no such object
   */
  patchStatus(
    type: ResourceType,
    key: ObjectKey,
    status: Record<string, unknown>,
  ): KubernetesObject {
    return this.patch(type, key, { status });
  }

  /**
   * Deletes an object; one with finalizers is marked with a `deletionTimestamp` and goes when the last of them is removed.
   *
   * @returns whether there was such an object
   */
  delete(type: ResourceType, key: ObjectKey): boolean {
    const before = this.stored(type, key);
    if (!before) {
      return false;
    }
    this.remove(before);
    return true;
  }

  /** Calls back after every write to one type, at once and in order. Returns how to end it. */
  subscribe(
    type: ResourceType,
    listener: (change: Change) => void,
  ): () => void {
    const name = resourceName(type);
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Forgets all that lies before the current revision: lists that were begun and watches that lag behind expire. */
  compact(): void {
    for (const table of this.#tables.values()) {
      table.compact(this.#revision);
    }
  }

  /** Takes revisions without a visible write, as leases and other objects do that nobody here looks at. */
  skipRevisions(count: number): void {
    this.#revision += count;
  }

  /** @throws RangeError for a type that this cluster does not serve */
  table(type: ResourceType): ResourceTable {
    const table = this.#tables.get(resourceName(type));
    if (!table) {
      throw new RangeError(`${resourceName(type)} is not served here`);
    }
    return table;
  }

  stored(type: ResourceType, key: ObjectKey): StoredObject | undefined {
    return this.table(type).get(storageKey(key));
  }

  /** Writes an object in place of `before`; without finalizers, one that is being deleted goes. */
  write(
    type: ResourceType,
    object: KubernetesObject,
    before: StoredObject | undefined,
  ): StoredObject {
    const previous = before?.toObject();
    const stamped = this.#stamp(type, object, previous);
    if (before) {
      const unmoved = StoredObject.create(type, before.revision, stamped);
      if (isDeepStrictEqual(unmoved.toObject(), previous)) {
        return before;
      }
    }
    const { deletionTimestamp, finalizers = [] } = stamped.metadata;
    const revision = ++this.#revision;
    const stored = StoredObject.create(type, revision, stamped);
    if (before && deletionTimestamp && finalizers.length === 0) {
      this.#record(type, { type: 'DELETED', revision, before, object: stored });
    } else {
      this.#record(type, {
        type: before ? 'MODIFIED' : 'ADDED',
        revision,
        before,
        object: stored,
      });
    }
    return stored;
  }

  /** Deletes an object, or marks it where finalizers hold it. Returns its last or its marked state. */
  remove(before: StoredObject): StoredObject {
    const { type } = before;
    const object = before.toObject();
    const { metadata } = object;
    if (metadata.finalizers?.length) {
      return this.write(
        type,
        {
          ...object,
          metadata: {
            ...metadata,
            deletionTimestamp: metadata.deletionTimestamp ?? this.#timestamp(),
            deletionGracePeriodSeconds: 0,
            ...(metadata.generation &&
              !metadata.deletionTimestamp && {
                generation: metadata.generation + 1,
              }),
          },
        },
        before,
      );
    }
    const revision = ++this.#revision;
    const last = before.at(revision);
    this.#record(type, { type: 'DELETED', revision, before, object: last });
    return last;
  }

  #expect(type: ResourceType, key: ObjectKey): StoredObject {
    const stored = this.stored(type, key);
    if (!stored) {
      throw new RangeError(
        `${resourceName(type)} "${storageKey(key)}" not found`,
      );
    }
    return stored;
  }

  #record(type: ResourceType, change: Change): void {
    this.table(type).record(change);
    for (const listener of this.#listeners.get(resourceName(type)) ?? []) {
      listener(change);
    }
  }

  #stamp(
    type: ResourceType,
    object: KubernetesObject,
    previous: KubernetesObject | undefined,
  ): KubernetesObject {
    const { name, namespace, resourceVersion, ...metadata } = object.metadata;
    const known = previous?.metadata;
    const generation = countsGenerations(type)
      ? nextGeneration(object, previous)
      : undefined;
    return {
      apiVersion: apiVersionOf(type),
      kind: type.kind,
      ...object,
      metadata: {
        ...metadata,
        name,
        ...(type.namespaced && { namespace }),
        uid:
          metadata.uid ??
          known?.uid ??
          seededUid(
            this.#seed,
            resourceName(type),
            storageKey(object.metadata),
            String(this.#revision),
          ),
        creationTimestamp:
          metadata.creationTimestamp ??
          known?.creationTimestamp ??
          this.#timestamp(),
        ...(generation && { generation }),
      },
    };
  }

  #timestamp(): string {
    return `${this.#now().toISOString().slice(0, 19)}Z`;
  }
}
