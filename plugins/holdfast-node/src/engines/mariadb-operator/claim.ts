import {
  Claim,
  FactKey,
  isJsonObject,
  keysOf,
  KubernetesObject,
  labelOf,
  listAt,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../engine';
import {
  persistentVolumeClaims,
  pods,
  volumeSnapshots,
} from '../volumes/resources';
import { cronJobs, jobs } from '../workloads/resources';
import {
  appLabel,
  appName,
  group,
  instanceLabel,
  operatorContainer,
  physicalBackupLabel,
  podNameLabel,
} from './names';
import { backups, mariadbs, physicalBackups } from './resources';

/**
 * Claims the pods and volumes of a MariaDB by their labels, the snapshots of a PhysicalBackup by theirs, and the jobs by their owners.
 */
export function claim(
  resource: WatchedResource,
  object: KubernetesObject,
): Claim | undefined {
  const subjects = subjectsOf(qualifiedKind(resource), object);
  return subjects.length > 0 ? { subjects } : undefined;
}

function subjectsOf(kind: string, object: KubernetesObject): FactKey[] {
  const { namespace } = object.metadata;
  const label = (name: string) => labelOf(object, name);
  const ofMariaDb = () =>
    label(appLabel) === appName
      ? keysOf(mariadbs, namespace, label(instanceLabel))
      : [];
  switch (kind) {
    case qualifiedKind(pods):
      return label(podNameLabel) === undefined ? [] : ofMariaDb();
    case qualifiedKind(persistentVolumeClaims):
      return ofMariaDb();
    case qualifiedKind(volumeSnapshots):
      return keysOf(physicalBackups, namespace, label(physicalBackupLabel));
    case qualifiedKind(cronJobs):
      return ownersOf(object).flatMap(owner =>
        owner.kind === backups.kind
          ? keysOf(backups, namespace, owner.name)
          : [],
      );
    case qualifiedKind(jobs):
      return subjectsOfJob(object);
    default:
      return [];
  }
}

/** A job is a Backup's own, a PhysicalBackup's, or that of the CronJob of a Backup: that one does not say whose it is, but what it runs. */
function subjectsOfJob(object: KubernetesObject): FactKey[] {
  const { namespace } = object.metadata;
  const { spec } = object;
  const runsBackup =
    isJsonObject(spec) &&
    listAt(spec, 'template', 'spec', 'containers').some(
      container => stringAt(container, 'name') === operatorContainer,
    );
  return ownersOf(object).flatMap(({ kind, name, isCronJob }) => {
    if (isCronJob) return runsBackup ? keysOf(cronJobs, namespace, name) : [];
    if (kind === backups.kind) return keysOf(backups, namespace, name);
    return kind === physicalBackups.kind
      ? keysOf(physicalBackups, namespace, name)
      : [];
  });
}

/** The owners that matter: the operator's own kinds, and CronJobs. */
function ownersOf(
  object: KubernetesObject,
): Array<{ kind?: string; name?: string; isCronJob: boolean }> {
  const owners: unknown = object.metadata.ownerReferences;
  if (!Array.isArray(owners)) return [];
  return owners.flatMap(owner => {
    if (!isJsonObject(owner)) return [];
    const apiVersion = stringAt(owner, 'apiVersion') ?? '';
    const kind = stringAt(owner, 'kind');
    const isCronJob = apiVersion === 'batch/v1' && kind === cronJobs.kind;
    return isCronJob || apiVersion.startsWith(`${group}/`)
      ? [{ kind, name: stringAt(owner, 'name'), isCronJob }]
      : [];
  });
}
