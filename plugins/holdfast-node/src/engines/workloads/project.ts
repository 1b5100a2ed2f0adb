import { JsonObject } from '@backstage/types';
import {
  FactKey,
  factKeyOf,
  KubernetesObject,
  objectAt,
  Projection,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../engine';
import { namespaceKeys } from '../servers/namespaceKeys';
import { persistentVolumeClaims } from '../volumes/resources';
import { readDump } from './dumps/readDump';
import { hostKey, labelKey, tellingLabel } from './keys';
import { isPartOfAnother } from './owners';
import { VolumeSource } from './podVolumes';
import {
  cronJobs,
  deployments,
  jobs,
  services,
  statefulSets,
} from './resources';
import { podsOfStatefulSet, readServer, Server } from './Server';
import { cronJobShape, jobShape, serviceShape, workloadShape } from './shapes';

/**
 * Keeps workloads that are databases, the host names that lead to them, and the jobs that dump any database.
 */
export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  switch (qualifiedKind(resource)) {
    case qualifiedKind(statefulSets):
    case qualifiedKind(deployments):
      return projectWorkload(resource, object);
    case qualifiedKind(services):
      return projectService(object);
    case qualifiedKind(cronJobs):
      return projectJob(resource, object, cronJobShape(object));
    case qualifiedKind(jobs):
      return projectJob(resource, object, jobShape(object));
    default:
      return undefined;
  }
}

function projectWorkload(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  if (isPartOfAnother(object)) return undefined;
  const server = readServer(object);
  const data = server && workloadShape(object);
  if (!server || !data) return undefined;
  const { namespace, name } = object.metadata;
  const isStatefulSet = qualifiedKind(resource) === qualifiedKind(statefulSets);
  const pods = isStatefulSet
    ? podsOfStatefulSet(name, objectAt(object.spec))
    : [];
  const claims = claimsOf(server, pods).map(({ claim }) =>
    factKeyOf({
      kind: qualifiedKind(persistentVolumeClaims),
      namespace,
      name: claim,
    }),
  );
  const labels = objectAt(data, 'spec', 'template', 'metadata', 'labels');
  const serviceName = stringAt(data, 'spec', 'serviceName');
  return {
    subjects: [],
    needs: [...claims, ...namespaceKeys(namespace)],
    collects: [
      ...Object.entries(labels).map(([label, value]) =>
        labelKey(namespace, label, String(value)),
      ),
      ...(serviceName === undefined ? [] : [hostKey(namespace, serviceName)]),
      // A Service is nearly always called like what it leads to, and a job may be all that there is in an input.
      hostKey(namespace, name),
      // What else mounts the volumes with the data.
      ...claims,
    ],
    data: { ...data, server },
  };
}

/** A claim of a server, with the pod where each has its own. */
export interface ClaimOfServer {
  claim: string;
  pod?: string;
  source: VolumeSource;
}

/** Finds them by the names that they are to have, whether they exist or not. */
export function claimsOf(
  server: Pick<Server, 'data' | 'others'>,
  pods: readonly string[],
): ClaimOfServer[] {
  return [...(server.data ? [server.data] : []), ...server.others].flatMap(
    (source): ClaimOfServer[] => {
      switch (source.kind) {
        case 'claim':
          return [{ claim: source.claim, source }];
        case 'template':
          return pods.map(pod => ({
            claim: `${source.template}-${pod}`,
            pod,
            source,
          }));
        default:
          return [];
      }
    },
  );
}

function projectService(object: KubernetesObject): Projection | undefined {
  const data = serviceShape(object);
  const label = data && tellingLabel(objectAt(data, 'spec', 'selector'));
  if (!data || !label) return undefined;
  const { namespace, name } = object.metadata;
  return {
    subjects: [labelKey(namespace, ...label)],
    needs: [],
    collects: [hostKey(namespace, name)],
    data,
  };
}

/** What a job is about is claimed. A CronJob brings its jobs along. */
function projectJob(
  resource: WatchedResource,
  object: KubernetesObject,
  data: JsonObject | undefined,
): Projection | undefined {
  if (!data) return undefined;
  const { namespace, name } = object.metadata;
  const kind = qualifiedKind(resource);
  const own: FactKey = factKeyOf({ kind, namespace, name });
  const dump = readDump(resource, object);
  return {
    subjects: [],
    needs: [],
    ...(kind === qualifiedKind(cronJobs) && { collects: [own] }),
    data: {
      ...data,
      ...(dump && { dump }),
    },
  };
}
