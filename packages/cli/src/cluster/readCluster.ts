import { ErrorLike, isError, toError } from '@backstage/errors';
import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import {
  Engines,
  isJsonObject,
  KubernetesObject,
  qualifiedKind,
  ReadingProblem,
  UnreadKind,
  WatchedResource,
} from '@holdfast/plugin-holdfast-node';
import { ApiServer, RefusedError } from './ApiServer';
import { listResource } from './listResource';

/**
 * What a cluster said of the kinds that engines read.
 */
export interface ClusterReading {
  objects: KubernetesObject[];
  unread: UnreadKind[];
  problems: ReadingProblem[];
}

/**
 * Reads the kinds that the backend watches, once. A kind that may not be read is unread with the reason; only what failed is a problem.
 */
export async function readCluster(options: {
  server: Pick<ApiServer, 'get'>;
  engines: Pick<Engines, 'resources'>;
  namespace?: string;
  /** What to call the cluster in problems. */
  label: string;
}): Promise<ClusterReading> {
  const { server, engines, namespace, label } = options;
  const reading: ClusterReading = { objects: [], unread: [], problems: [] };
  const read = async (resource: WatchedResource) => ({
    resource,
    list: await listResource({ server, resource, namespace }).catch(toError),
  });
  // The first one shows whether there is a server, and lets an exec plugin fetch its token once.
  const [resource, ...others] = engines.resources;
  const first = await read(resource);
  const lists = [
    first,
    ...(isError(first.list) && !(first.list instanceof RefusedError)
      ? others.map(other => ({ resource: other, list: first.list }))
      : await Promise.all(others.map(read))),
  ];
  const failures: ErrorLike[] = [];
  for (const { resource: each, list } of lists) {
    const kind = qualifiedKind(each);
    if (isError(list)) {
      reading.unread.push({ kind, ...refusalOf(list, kind) });
      if (!isRefusal(list)) failures.push(list);
    } else {
      for (const item of list) {
        const object = objectOf(item, each);
        if (object) reading.objects.push(object);
      }
    }
  }
  // A server that is away is one problem, not one for each kind.
  for (const message of new Set(failures.map(describeFailure))) {
    reading.problems.push({
      file: label,
      message: `cannot be read: ${message}`,
      hidesObjects: true,
    });
  }
  return reading;
}

/** A role that is narrower than it could be is an answer; credentials that are not accepted are none. */
function isRefusal(error: ErrorLike): boolean {
  return (
    error instanceof RefusedError &&
    (error.status === 403 || error.status === 404)
  );
}

function refusalOf(
  error: ErrorLike,
  kind: string,
): Pick<MissingFacts, 'reason' | 'message'> {
  const status = error instanceof RefusedError ? error.status : undefined;
  switch (status) {
    case 403:
      return { reason: 'forbidden', message: error.message };
    case 404:
      return {
        reason: 'absent',
        message: `The API server does not know ${kind}`,
      };
    default:
      return { reason: 'failed', message: describeFailure(error) };
  }
}

function describeFailure(error: ErrorLike): string {
  // Where a name has several addresses, and none can be reached, there is one error for each.
  const errors: unknown = isError(error) ? error.errors : undefined;
  const [first] = Array.isArray(errors) && errors.length ? errors : [error];
  const { message } = toError(first);
  return error instanceof RefusedError ? `${error.status} ${message}` : message;
}

function objectOf(
  item: unknown,
  resource: WatchedResource,
): KubernetesObject | undefined {
  const { group, version, kind } = resource;
  // The API server leaves kind and version of listed objects out.
  const object: unknown = isJsonObject(item)
    ? { ...item, apiVersion: group ? `${group}/${version}` : version, kind }
    : undefined;
  return isKubernetesObject(object) ? object : undefined;
}

function isKubernetesObject(value: unknown): value is KubernetesObject {
  return (
    isJsonObject(value) &&
    isJsonObject(value.metadata) &&
    typeof value.metadata.name === 'string'
  );
}
