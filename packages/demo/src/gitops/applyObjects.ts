import { InputError } from '@backstage/errors';
import {
  apiVersionOf,
  KubernetesObject,
  resourceName,
  ResourceType,
  resourceTypes,
  SimulatedCluster,
} from '../kubernetes';
import { admit } from '../operator/admit';
import { Delivery } from './Delivery';
import { waveOf } from './guards';
import { hasMarks, withMarks } from './marks';
import { DeliveredObject, ObjectReport } from './ObjectReport';

/** What an attempt to apply has led to. */
export interface Applied {
  reports: ObjectReport[];
  /** Those that are in the cluster now, by what Git says. */
  delivered: DeliveredObject[];
  /** Those that Git has and the cluster did not take; they have not left Git. */
  wanted: DeliveredObject[];
}

/**
 * Applies objects to a cluster, in the order of their sync waves. One that is refused does not keep the others from being applied.
 *
 * @param options - `ownerOf`: the other repository that brought an object, where one did
 */
export function applyObjects(
  objects: readonly KubernetesObject[],
  options: {
    delivery: Delivery;
    cluster: SimulatedCluster;
    ownerOf: (object: DeliveredObject) => string | undefined;
  },
): Applied {
  const applied: Applied = { reports: [], delivered: [], wanted: [] };
  if (options.delivery.createsNamespace) createNamespace(options);
  const inOrder = [...objects].sort(
    (one, other) => rankOf(one) - rankOf(other),
  );
  for (const object of inOrder) {
    const { kind = '', metadata } = object;
    const { name } = metadata;
    const type = typeOf(object, options.cluster);
    if (!type) {
      applied.reports.push({
        kind,
        name,
        namespace: metadata.namespace,
        outcome: 'not-served',
        message: `the simulated API server does not know ${object.apiVersion} ${kind}`,
      });
      continue;
    }
    const namespace = type.namespaced
      ? namespaceOf(object, options.delivery)
      : undefined;
    const target: DeliveredObject = { type, namespace, name };
    const report = { kind, namespace, name };
    try {
      const outcome = applyOne(object, { ...options, target });
      applied.delivered.push(target);
      applied.reports.push({ ...report, outcome });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      applied.wanted.push(target);
      const { message } = error;
      applied.reports.push({ ...report, outcome: 'refused', message });
    }
  }
  return applied;
}

function applyOne(
  object: KubernetesObject,
  options: {
    delivery: Delivery;
    cluster: SimulatedCluster;
    target: DeliveredObject;
    ownerOf: (object: DeliveredObject) => string | undefined;
  },
): 'created' | 'configured' | 'unchanged' {
  const { delivery, target, ownerOf } = options;
  const { objects } = options.cluster;
  const { type, namespace, name } = target;
  if (type.namespaced) {
    if (!namespace) {
      throw new InputError(
        'metadata.namespace is missing, and the destination names none',
      );
    }
    if (!objects.get(resourceTypes.namespaces, { name: namespace })) {
      throw new InputError(`namespaces "${namespace}" not found`);
    }
  }
  const before = objects.get(type, target);
  const isNamespace = type === resourceTypes.namespaces;
  const owner = ownerOf(target);
  const isForeign =
    owner !== undefined || (before && !hasMarks(before, delivery));
  if (before && isForeign && !isNamespace) {
    throw new InputError(
      `${resourceName(type)} "${name}" is there already and comes from ${
        owner ?? 'elsewhere'
      }`,
    );
  }
  const { status: _status, ...wanted } = object;
  const placed = {
    ...wanted,
    metadata: { ...object.metadata, namespace },
  };
  const marked = withMarks(admit(placed, before), delivery);
  const revision = objects.stored(type, target)?.revision;
  objects.apply(type, before && isNamespace ? merged(before, marked) : marked);
  if (!before) return 'created';
  return objects.stored(type, target)?.revision === revision
    ? 'unchanged'
    : 'configured';
}

/** A namespace that is there already keeps what others wrote on it. */
function merged(
  before: KubernetesObject,
  object: KubernetesObject,
): KubernetesObject {
  const { annotations, labels } = before.metadata;
  return {
    ...before,
    metadata: {
      ...before.metadata,
      annotations: { ...annotations, ...object.metadata.annotations },
      labels: { ...labels, ...object.metadata.labels },
    },
  };
}

function createNamespace(options: {
  delivery: Delivery;
  cluster: SimulatedCluster;
}): void {
  const { namespace } = options.delivery;
  const { objects } = options.cluster;
  const { namespaces } = resourceTypes;
  if (!namespace || objects.get(namespaces, { name: namespace })) return;
  objects.apply(namespaces, {
    metadata: {
      name: namespace,
      labels: { 'kubernetes.io/metadata.name': namespace },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  });
}

function namespaceOf(
  { metadata }: KubernetesObject,
  { forcedNamespace, namespace }: Delivery,
): string | undefined {
  return forcedNamespace ?? metadata.namespace ?? namespace;
}

function typeOf(
  { apiVersion, kind }: KubernetesObject,
  { objects }: SimulatedCluster,
): ResourceType | undefined {
  return objects.types.find(
    type => apiVersionOf(type) === apiVersion && type.kind === kind,
  );
}

/** Namespaces first, as everything else lies in them. */
function rankOf(object: KubernetesObject): number {
  return object.kind === 'Namespace' ? -Infinity : waveOf(object);
}
