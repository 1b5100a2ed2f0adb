import { JsonObject, JsonValue } from '@backstage/types';
import { ANNOTATION_PREFIX } from '@holdfast/plugin-holdfast-common';
import {
  entriesOf,
  FactKey,
  factKeyOf,
  fields,
  KubernetesObject,
  listOf,
  Projection,
  qualifiedKind,
  scalar,
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
  volumeSnapshots,
} from './resources';
import { defaultClass, regionLabel, zoneLabel } from './names';

interface Keeping {
  shape: Shape<JsonObject>;
  needs?(data: JsonObject): FactKey[];
}

const capacity = fields({ storage: scalar });
const present = fields({});

/** Of a pod's conditions only that one is judged; the others come and go without meaning. */
const readyOnly: Shape = value =>
  Array.isArray(value)
    ? listOf(fields({ type: scalar, status: scalar }))(
        value.filter(
          (condition: JsonValue) => stringAt(condition, 'type') === 'Ready',
        ),
      )
    : undefined;

const ownership = entriesOf(
  scalar,
  name =>
    name.startsWith(ANNOTATION_PREFIX) || name.startsWith('backstage.io/'),
);

/** The rest of it names a machine. */
const scheme: Shape = value =>
  typeof value === 'string'
    ? /^[a-z][a-z0-9+.-]*(?=:)/.exec(value)?.[0]
    : undefined;

/** What a driver's parameters say beside it: who may attach a volume, and where the key to it is kept. */
const tellsOfTheVolume = (name: string) =>
  !/^csi\.storage\.k8s\.io\/|secret|password|token|key|user/i.test(name);

/** Where the bytes of a PersistentVolume may lie (core/v1 PersistentVolumeSource). */
const remoteSources = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'gcePersistentDisk',
  'iscsi',
  'nfs',
  'portworxVolume',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
] as const;

const keepings = new Map<string, Keeping>(
  [
    {
      resource: namespaces,
      shape: fields({
        metadata: fields({ labels: ownership, annotations: ownership }),
      }),
    },
    {
      resource: persistentVolumeClaims,
      shape: fields({
        spec: fields({
          storageClassName: scalar,
          volumeName: scalar,
          resources: fields({ requests: capacity }),
        }),
        status: fields({ phase: scalar, capacity }),
      }),
      needs: (data: JsonObject) => [
        ...namedObject(persistentVolumes, stringAt(data, 'spec', 'volumeName')),
        ...namedObject(
          storageClasses,
          stringAt(data, 'spec', 'storageClassName'),
        ),
      ],
    },
    {
      resource: persistentVolumes,
      shape: fields({
        spec: fields({
          capacity,
          persistentVolumeReclaimPolicy: scalar,
          storageClassName: scalar,
          claimRef: fields({ namespace: scalar, name: scalar }),
          local: fields({ path: scalar }),
          hostPath: fields({ path: scalar }),
          csi: fields({ driver: scalar }),
          ...Object.fromEntries(remoteSources.map(name => [name, present])),
          nodeAffinity: fields({
            required: fields({
              nodeSelectorTerms: listOf(
                fields({ matchExpressions: listOf(fields({ key: scalar })) }),
              ),
            }),
          }),
        }),
        status: fields({ phase: scalar }),
      }),
    },
    {
      resource: storageClasses,
      shape: fields({
        metadata: fields({
          annotations: entriesOf(scalar, name => name === defaultClass),
        }),
        provisioner: scalar,
        parameters: entriesOf(scalar, tellsOfTheVolume),
        reclaimPolicy: scalar,
        allowVolumeExpansion: scalar,
      }),
    },
    {
      resource: volumeSnapshots,
      shape: fields({
        spec: fields({
          source: fields({ persistentVolumeClaimName: scalar }),
          volumeSnapshotClassName: scalar,
        }),
        status: fields({
          readyToUse: scalar,
          creationTime: scalar,
          restoreSize: scalar,
          error: fields({ message: scalar }),
        }),
      }),
    },
    {
      resource: pods,
      shape: fields({
        spec: fields({ nodeName: scalar }),
        status: fields({ phase: scalar, conditions: readyOnly }),
      }),
      needs: (data: JsonObject) =>
        namedObject(nodes, stringAt(data, 'spec', 'nodeName')),
    },
    {
      resource: nodes,
      shape: fields({
        metadata: fields({
          labels: entriesOf(
            scalar,
            name => name === zoneLabel || name === regionLabel,
          ),
        }),
        spec: fields({ providerID: scheme }),
      }),
    },
  ].map(({ resource, ...keeping }) => [qualifiedKind(resource), keeping]),
);

export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const keeping = keepings.get(qualifiedKind(resource));
  const data = keeping?.shape(object);
  if (!keeping || !data) return undefined;
  return { subjects: [], needs: keeping.needs?.(data) ?? [], data };
}

function namedObject(
  resource: WatchedResource,
  name: string | undefined,
): FactKey[] {
  return name === undefined
    ? []
    : [factKeyOf({ kind: qualifiedKind(resource), name })];
}
