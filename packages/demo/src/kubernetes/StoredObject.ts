import { KubernetesObject, ObjectKey } from './KubernetesObject';
import { apiVersionOf, isBuiltIn, ResourceType } from './ResourceType';

/** `namespace/name`, or `name` for a cluster-scoped type: the end of the key under which etcd holds an object. */
export function storageKey(key: ObjectKey): string {
  return key.namespace ? `${key.namespace}/${key.name}` : key.name;
}

/**
 * One state of one object. It is kept as the JSON that goes over the wire, so that lists and watches send it without
 * serialising it again and nobody can change it behind the store's back.
 */
export class StoredObject {
  readonly type: ResourceType;
  readonly key: string;
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly revision: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly json: string;
  #partialJson?: string;

  static create(
    type: ResourceType,
    revision: number,
    object: KubernetesObject,
  ): StoredObject {
    return new StoredObject(type, revision, {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(revision) },
    });
  }

  private constructor(
    type: ResourceType,
    revision: number,
    object: KubernetesObject,
  ) {
    const { metadata } = object;
    this.type = type;
    this.revision = revision;
    this.key = storageKey(metadata);
    this.name = metadata.name;
    this.namespace = metadata.namespace;
    this.uid = metadata.uid ?? '';
    this.labels = { ...metadata.labels };
    const { apiVersion: _apiVersion, kind: _kind, ...content } = object;
    this.json = this.#typePrefix + JSON.stringify(content).slice(1);
  }

  /** A copy to read from or to change and write back. */
  toObject(): KubernetesObject {
    return JSON.parse(this.json);
  }

  /** Within a list: kube-apiserver leaves `apiVersion` and `kind` out of the items of its own types. */
  get listItem(): string {
    return isBuiltIn(this.type)
      ? `{${this.json.slice(this.#typePrefix.length)}`
      : this.json;
  }

  /** As `PartialObjectMetadata` of `meta.k8s.io/v1`. */
  get partialJson(): string {
    this.#partialJson ??= JSON.stringify({
      kind: 'PartialObjectMetadata',
      apiVersion: 'meta.k8s.io/v1',
      metadata: this.toObject().metadata,
    });
    return this.#partialJson;
  }

  /** The same content as seen at a later revision: what a watch sends when an object is gone. */
  at(revision: number): StoredObject {
    return StoredObject.create(this.type, revision, this.toObject());
  }

  get #typePrefix(): string {
    return `{"apiVersion":"${apiVersionOf(this.type)}","kind":"${
      this.type.kind
    }",`;
  }
}
