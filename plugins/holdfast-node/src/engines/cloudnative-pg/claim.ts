import {
  Claim,
  factKeyOf,
  KubernetesObject,
  qualifiedKind,
  scalar,
  WatchedResource,
} from '../../engine';
import {
  backupNameLabel,
  clusterLabel,
  instanceNameLabel,
  majorVersionLabel,
  onlineBackupAnnotation,
  podRoleLabel,
  pvcRoleLabel,
} from './names';
import { volumeSnapshots } from '../volumes/resources';
import { clusters } from './resources';

/**
 * Claims the pods, volumes and snapshots that carry the operator's label.
 */
export function claim(
  resource: WatchedResource,
  object: KubernetesObject,
): Claim | undefined {
  const { labels, annotations, namespace } = object.metadata;
  const text = (
    from: Record<string, unknown> | undefined,
    name: string,
  ): string | undefined => {
    const value = scalar(from?.[name]);
    return typeof value === 'string' ? value : undefined;
  };
  const name = text(labels, clusterLabel);
  if (name === undefined) return undefined;
  const subjects = [
    factKeyOf({ kind: qualifiedKind(clusters), namespace, name }),
  ];

  switch (qualifiedKind(resource)) {
    case 'Pod':
      // Jobs that bootstrap an instance, and poolers, carry the cluster's label too.
      return text(labels, podRoleLabel) === 'instance'
        ? { subjects }
        : undefined;
    case 'PersistentVolumeClaim':
      return {
        subjects,
        data: {
          role: text(labels, pvcRoleLabel),
          instance: text(labels, instanceNameLabel),
        },
      };
    case qualifiedKind(volumeSnapshots):
      return {
        subjects,
        data: {
          backup: text(labels, backupNameLabel),
          majorVersion: text(labels, majorVersionLabel),
          online: text(annotations, onlineBackupAnnotation),
        },
      };
    default:
      return undefined;
  }
}
