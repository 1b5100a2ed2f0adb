import {
  Claim,
  factKeyOf,
  KubernetesObject,
  labelOf,
  qualifiedKind,
  WatchedResource,
} from '../../engine';
import { roleAndAddress } from '../redis/roleAndAddress';
import { persistentVolumeClaims, pods } from '../volumes/resources';
import {
  appLabel,
  clusterRoles,
  nodeConfPrefix,
  roleLabel,
  setupLabel,
} from './names';
import { redisClusters, redises, redisReplications } from './resources';

const kinds = new Map<string | undefined, WatchedResource>([
  ['standalone', redises],
  ['replication', redisReplications],
  ['cluster', redisClusters],
]);

/**
 * Claims the pods and volumes of a database by the labels of its StatefulSet, and keeps of a pod what role the operator found it in.
 *
 * @remarks
 * The label `app` is the name of the StatefulSet, unless the database has a label of that name itself, which then replaces it: so the names of pod
 * and claim decide, as Kubernetes gives them.
 */
export function claim(
  resource: WatchedResource,
  object: KubernetesObject,
): Claim | undefined {
  const kind = qualifiedKind(resource);
  const isPod = kind === qualifiedKind(pods);
  if (!isPod && kind !== qualifiedKind(persistentVolumeClaims)) {
    return undefined;
  }
  const { namespace, name } = object.metadata;
  const label = (key: string) => labelOf(object, key);
  const owner = kinds.get(label(setupLabel));
  const statefulSet = isPod
    ? withoutOrdinal(name)
    : statefulSetOfClaim(name) ?? label(appLabel);
  const database = owner && statefulSet && databaseOf(owner, statefulSet);
  if (!owner || !database) return undefined;
  return {
    subjects: [
      factKeyOf({ kind: qualifiedKind(owner), namespace, name: database }),
    ],
    ...(isPod && { data: roleAndAddress(object, label(roleLabel)) }),
  };
}

function withoutOrdinal(name: string): string | undefined {
  return /^(.+)-\d+$/.exec(name)?.[1];
}

/** A claim is named after its template and its pod, and the template after the StatefulSet, or it is that of the list of nodes. */
function statefulSetOfClaim(name: string): string | undefined {
  const rest = withoutOrdinal(name);
  if (rest === undefined) return undefined;
  if (rest.startsWith(nodeConfPrefix)) return rest.slice(nodeConfPrefix.length);
  const half = (rest.length - 1) / 2;
  const isDoubled =
    Number.isInteger(half) &&
    rest === `${rest.slice(0, half)}-${rest.slice(0, half)}`;
  return isDoubled ? rest.slice(0, half) : undefined;
}

/** The StatefulSets of a cluster are named after their roles. */
function databaseOf(
  owner: WatchedResource,
  statefulSet: string,
): string | undefined {
  if (owner !== redisClusters) return statefulSet;
  const suffix = clusterRoles
    .map(role => `-${role}`)
    .find(end => statefulSet.endsWith(end));
  return suffix && statefulSet.slice(0, -suffix.length);
}
