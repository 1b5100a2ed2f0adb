import { JsonObject } from '@backstage/types';
import {
  FactKey,
  factKeyOf,
  KubernetesObject,
  Projection,
  qualifiedKind,
  Shape,
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

type Relate = (
  data: JsonObject,
  object: KubernetesObject,
) => Partial<Omit<Projection, 'data'>>;

const alone: Relate = () => ({});

const keepings = new Map<string, { shape: Shape<JsonObject>; relate: Relate }>(
  (
    [
      [namespaces, namespaceShape, alone],
      [nodes, nodeShape, alone],
      [persistentVolumeClaims, persistentVolumeClaimShape, relateClaim],
      [persistentVolumes, persistentVolumeShape, alone],
      [
        pods,
        podShape,
        data => ({ needs: named(nodes, data, 'spec', 'nodeName') }),
      ],
      [storageClasses, storageClassShape, alone],
      [volumeAttributesClasses, volumeAttributesClassShape, alone],
      [volumeSnapshots, volumeSnapshotShape, relateSnapshot],
      [volumeSnapshotContents, volumeSnapshotContentShape, alone],
      [volumeSnapshotClasses, volumeSnapshotClassShape, alone],
    ] satisfies Array<[WatchedResource, Shape<JsonObject>, Relate]>
  ).map(([resource, shape, relate]) => [
    qualifiedKind(resource),
    { shape, relate },
  ]),
);

export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const keeping = keepings.get(qualifiedKind(resource));
  const data = keeping?.shape(object);
  if (!keeping || !data) return undefined;
  return { subjects: [], needs: [], ...keeping.relate(data, object), data };
}

/** What is about a claim is about the database that it belongs to, whatever engine says so: snapshots name no database. */
function relateClaim(
  data: JsonObject,
  { metadata: { namespace, name } }: KubernetesObject,
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
  data: JsonObject,
  { metadata: { namespace } }: KubernetesObject,
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
  const name = stringAt(data, ...path);
  return name === undefined
    ? []
    : [factKeyOf({ kind: qualifiedKind(resource), name })];
}
