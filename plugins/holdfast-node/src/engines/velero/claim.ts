import { JsonObject } from '@backstage/types';
import {
  Claim,
  entriesOf,
  isJsonObject,
  keysOf,
  KubernetesObject,
  listAt,
  qualifiedKind,
  scalar,
  stringAt,
  WatchedResource,
} from '../../engine';
import {
  persistentVolumeClaims,
  pods,
  volumeSnapshotContents,
  volumeSnapshots,
} from '../volumes/resources';
import { backupNameLabel, isPodAnnotation } from './names';

const texts = entriesOf(scalar);
const podAnnotations = entriesOf(scalar, isPodAnnotation);

/**
 * Notes of pods and claims, whosever they are, what Velero selects them by, and of snapshots which of its backups took them.
 */
export function claim(
  resource: WatchedResource,
  object: KubernetesObject,
): Claim | undefined {
  switch (qualifiedKind(resource)) {
    case qualifiedKind(persistentVolumeClaims):
      return note({ labels: labelsOf(object) });
    case qualifiedKind(pods):
      return note({
        labels: labelsOf(object),
        annotations: podAnnotations(object.metadata.annotations),
        volumes: claimedVolumes(object),
      });
    case qualifiedKind(volumeSnapshots):
      return claimSnapshot(
        object,
        object.metadata.namespace,
        stringAt(specOf(object), 'source', 'persistentVolumeClaimName'),
      );
    case qualifiedKind(volumeSnapshotContents):
      return claimSnapshot(
        object,
        stringAt(specOf(object), 'volumeSnapshotRef', 'namespace'),
        claimOfSnapshot(stringAt(specOf(object), 'volumeSnapshotRef', 'name')),
      );
    default:
      return undefined;
  }
}

function claimSnapshot(
  object: KubernetesObject,
  namespace: string | undefined,
  name: string | undefined,
): Claim | undefined {
  const backup = stringAt(labelsOf(object), backupNameLabel);
  return backup === undefined
    ? undefined
    : {
        subjects: keysOf(persistentVolumeClaims, namespace, name),
        data: { backup },
      };
}

/** `velero-`, the claim, and the five characters that the API server adds (`createVolumeSnapshot` in `pkg/backup/actions/csi/pvc_action.go`). */
function claimOfSnapshot(name: string | undefined): string | undefined {
  return name && /^velero-(.+)-[a-z0-9]{5}$/.exec(name)?.[1];
}

/** Of a pod's volumes those that are claims: the name within the pod, and that of the claim. */
function claimedVolumes(object: KubernetesObject): JsonObject[] | undefined {
  const volumes = listAt(specOf(object), 'volumes').flatMap(volume => {
    const name = stringAt(volume, 'name');
    const claimName = stringAt(volume, 'persistentVolumeClaim', 'claimName');
    return name === undefined || claimName === undefined
      ? []
      : [{ name, claim: claimName }];
  });
  return volumes.length > 0 ? volumes : undefined;
}

function labelsOf({ metadata }: KubernetesObject): JsonObject | undefined {
  return texts(metadata.labels);
}

function specOf({ spec }: KubernetesObject): JsonObject {
  return isJsonObject(spec) ? spec : {};
}

/** What there is of some facts; nothing where there is none of them. JSON has no undefined. */
function note(
  facts: Record<string, JsonObject | JsonObject[] | undefined>,
): Claim | undefined {
  const data: JsonObject = {};
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) data[name] = value;
  }
  return Object.keys(data).length > 0 ? { subjects: [], data } : undefined;
}
