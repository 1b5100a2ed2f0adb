import { apiVersionOf, ObjectMetadata, ResourceType } from '../kubernetes';
import { resourceName } from '../kubernetes/ResourceType';
import { seededUid } from '../kubernetes/seededUid';
import { ClusterName } from '../postgresql/DatabaseTraits';
import { timestamp } from '../postgresql/names';
import { SimulatedNode } from '../postgresql/SimulatedNode';
import { SimulatedStore } from '../postgresql/SimulatedStore';
import { TypedObject } from './SimulatedWorkload';

const DAY = 24 * 3_600_000;

/** What is around a workload. */
export interface Surroundings {
  nodes: readonly SimulatedNode[];
  /** The object store of its cluster. */
  store: SimulatedStore;
  region: string;
  /** When the demo began. */
  startedAt: Date;
}

/** What an object has beside its kind and its place. */
export interface ObjectParts {
  name: string;
  /** That of the site by default. */
  namespace?: string;
  /** That of the site by default. */
  createdAt?: Date;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  /** Its controller, by type and name. */
  owner?: readonly [type: ResourceType, name: string];
  /** All that is not metadata. */
  body: Record<string, unknown>;
  metadata?: Partial<ObjectMetadata>;
}

/**
 * Where a workload is, and since when: makes objects whose uids follow from their names, so that they can refer to one another.
 */
export class Site {
  readonly cluster: ClusterName;
  readonly namespace: string;
  readonly around: Surroundings;
  readonly createdAt: Date;

  constructor(
    place: { cluster: ClusterName; namespace: string; ageDays?: number },
    around: Surroundings,
  ) {
    this.cluster = place.cluster;
    this.namespace = place.namespace;
    this.around = around;
    this.createdAt = this.daysAgo(place.ageDays ?? 200);
  }

  /** So many days before the demo began. */
  daysAgo(days: number): Date {
    return new Date(this.around.startedAt.getTime() - days * DAY);
  }

  uid(type: ResourceType, name: string, namespace = this.namespace): string {
    const within = type.namespaced ? namespace : '';
    return seededUid(this.cluster, resourceName(type), within, name);
  }

  /** One of the nodes, counted from 0; after the last one comes the first again. */
  node(index: number): SimulatedNode {
    const { nodes } = this.around;
    return nodes[index % nodes.length];
  }

  /** A number from 0 to below a limit that is always the same for a name. */
  seed(name: string, limit: number): number {
    const hex = seededUid(this.cluster, this.namespace, name).slice(0, 6);
    return parseInt(hex, 16) % limit;
  }

  object(type: ResourceType, parts: ObjectParts): TypedObject {
    const { name, labels, annotations, owner, body } = parts;
    const namespace = parts.namespace ?? this.namespace;
    return {
      type,
      object: {
        apiVersion: apiVersionOf(type),
        kind: type.kind,
        metadata: {
          name,
          ...(type.namespaced && { namespace }),
          uid: this.uid(type, name, namespace),
          creationTimestamp: timestamp(parts.createdAt ?? this.createdAt),
          ...(labels && { labels }),
          ...(annotations && { annotations }),
          ...(owner && {
            ownerReferences: [this.ownerReference(...owner, namespace)],
          }),
          ...parts.metadata,
        },
        ...body,
      },
    };
  }

  ownerReference(type: ResourceType, name: string, namespace?: string) {
    return {
      apiVersion: apiVersionOf(type),
      kind: type.kind,
      name,
      uid: this.uid(type, name, namespace),
      controller: true,
      blockOwnerDeletion: true,
    };
  }
}
