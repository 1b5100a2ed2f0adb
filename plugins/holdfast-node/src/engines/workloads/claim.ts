import {
  Claim,
  FactKey,
  factKeyOf,
  isJsonObject,
  KubernetesObject,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../engine';
import { pods } from '../volumes/resources';
import { findDatabaseContainers } from './databaseContainer';
import { readDump } from './dumps/readDump';
import { cronJobs, deployments, jobs, statefulSets } from './resources';

/**
 * Claims the pods of workloads that are databases, and the jobs that dump databases.
 */
export function claim(
  resource: WatchedResource,
  object: KubernetesObject,
): Claim | undefined {
  const subjects = subjectsOf(resource, object);
  return subjects.length > 0 ? { subjects } : undefined;
}

function subjectsOf(
  resource: WatchedResource,
  object: KubernetesObject,
): FactKey[] {
  switch (qualifiedKind(resource)) {
    case qualifiedKind(pods):
      return subjectsOfPod(object);
    case qualifiedKind(cronJobs):
      return readDump(resource, object)?.about ?? [];
    case qualifiedKind(jobs): {
      const dump = readDump(resource, object);
      if (!dump) return [];
      // A job of a CronJob is about it, whatever it was told to dump.
      const [cronJob] = ownersOf(object, 'batch/v1', cronJobs.kind);
      return cronJob === undefined
        ? dump.about
        : [keyOf(cronJobs, object, cronJob)];
    }
    default:
      return [];
  }
}

/** By its controller: the StatefulSet itself, or the ReplicaSet that a Deployment named after itself and the hash of the template. */
function subjectsOfPod(object: KubernetesObject): FactKey[] {
  if (findDatabaseContainers(object.spec).length === 0) return [];
  const labels: unknown = object.metadata.labels;
  const hash = isJsonObject(labels) && stringAt(labels, 'pod-template-hash');
  return [
    ...ownersOf(object, 'apps/v1', statefulSets.kind).map(name =>
      keyOf(statefulSets, object, name),
    ),
    ...ownersOf(object, 'apps/v1', 'ReplicaSet').flatMap(name =>
      hash && name.endsWith(`-${hash}`)
        ? keyOf(deployments, object, name.slice(0, -hash.length - 1))
        : [],
    ),
  ];
}

function ownersOf(
  { metadata }: KubernetesObject,
  apiVersion: string,
  kind: string,
): string[] {
  const owners: unknown = metadata.ownerReferences;
  if (!Array.isArray(owners)) return [];
  return owners.flatMap(owner => {
    const isOne =
      isJsonObject(owner) &&
      stringAt(owner, 'apiVersion') === apiVersion &&
      stringAt(owner, 'kind') === kind;
    return isOne ? stringAt(owner, 'name') ?? [] : [];
  });
}

function keyOf(
  resource: WatchedResource,
  { metadata: { namespace } }: KubernetesObject,
  name: string,
): FactKey {
  return factKeyOf({ kind: qualifiedKind(resource), namespace, name });
}
