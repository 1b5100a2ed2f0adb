import { JsonObject } from '@backstage/types';
import {
  FactKey,
  factKeyOf,
  keysOf,
  KubernetesObject,
  projectBy,
  Projection,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../engine';
import {
  namespaces,
  nodes,
  persistentVolumeClaims,
  persistentVolumes,
  pods,
  storageClasses,
  volumeAttributesClasses,
  volumeSnapshotClasses,
  volumeSnapshotContents,
  volumeSnapshots,
} from './resources';
import {
  namespaceShape,
  nodeShape,
  persistentVolumeClaimShape,
  persistentVolumeShape,
  podShape,
  storageClassShape,
  volumeAttributesClassShape,
  volumeSnapshotClassShape,
  volumeSnapshotContentShape,
  volumeSnapshotShape,
} from './shapes';

/** Keeps what is judged of volumes, and of what they and their pods stand on. */
export const project = projectBy([
  [namespaces, namespaceShape],
  [nodes, nodeShape],
  [persistentVolumeClaims, persistentVolumeClaimShape, relateClaim],
  [persistentVolumes, persistentVolumeShape],
  [
    pods,
    podShape,
    (_object, data) => ({ needs: named(nodes, data, 'spec', 'nodeName') }),
  ],
  [storageClasses, storageClassShape],
  [volumeAttributesClasses, volumeAttributesClassShape],
  [volumeSnapshots, volumeSnapshotShape, relateSnapshot],
  [volumeSnapshotContents, volumeSnapshotContentShape],
  [volumeSnapshotClasses, volumeSnapshotClassShape],
]);

/** What is about a claim is about the database that it belongs to, whatever engine says so: snapshots name no database. */
function relateClaim(
  { metadata: { namespace, name } }: KubernetesObject,
  data: JsonObject,
): Partial<Projection> {
  const attributes = [
    ...named(
      volumeAttributesClasses,
      data,
      'spec',
      'volumeAttributesClassName',
    ),
    ...named(
      volumeAttributesClasses,
      data,
      'status',
      'modifyVolumeStatus',
      'targetVolumeAttributesClassName',
    ),
  ];
  return {
    needs: [
      ...named(persistentVolumes, data, 'spec', 'volumeName'),
      ...named(storageClasses, data, 'spec', 'storageClassName'),
      ...new Set(attributes),
    ],
    collects: [claimKey(namespace, name)],
  };
}

function relateSnapshot(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
): Partial<Projection> {
  const source = stringAt(data, 'spec', 'source', 'persistentVolumeClaimName');
  return {
    subjects: source === undefined ? [] : [claimKey(namespace, source)],
    needs: [
      ...named(
        volumeSnapshotContents,
        data,
        'status',
        'boundVolumeSnapshotContentName',
      ),
      ...named(volumeSnapshotClasses, data, 'spec', 'volumeSnapshotClassName'),
    ],
  };
}

/** The key of a PersistentVolumeClaim. */
export function claimKey(namespace: string | undefined, name: string): FactKey {
  return factKeyOf({
    kind: qualifiedKind(persistentVolumeClaims),
    namespace,
    name,
  });
}

function named(
  resource: WatchedResource,
  data: JsonObject,
  ...path: string[]
): FactKey[] {
  return keysOf(resource, undefined, stringAt(data, ...path));
}
