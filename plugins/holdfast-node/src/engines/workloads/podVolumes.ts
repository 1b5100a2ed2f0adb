import { JsonValue } from '@backstage/types';
import { JsonPath, listAt, objectAt, stringAt } from '../../engine';
import { DatabaseContainer } from './databaseContainer';
import { covers, dataPathsOf } from './dataPaths';

/**
 * What a mount of a pod leads to. `template`: a claim of the StatefulSet's own for each pod; `pod`: goes with it; `node`: a directory of the node;
 * `elsewhere`: what is mounted over the network, or by a driver.
 */
export type VolumeSource =
  | { kind: 'claim'; claim: string; path: Path }
  | { kind: 'template'; template: string; path: Path }
  | { kind: 'pod' | 'node' | 'elsewhere'; what: string; path: Path };

/** Where in its object a volume is described, as facts keep it. */
type Path = (string | number)[];

/** A path in a container and what lies there. */
export interface Mount {
  mountPath: string;
  source: VolumeSource;
}

/**
 * The mounts of a container of a workload.
 *
 * @param options - `spec` of the workload or job; `pod`: the path in it to the pod's own `spec`
 */
export function mountsOf(options: {
  spec: JsonValue | undefined;
  pod: JsonPath;
  container: JsonPath;
}): Mount[] {
  const { spec, pod, container } = options;
  const at = ['spec', ...pod];
  const templates = listAt(spec, 'volumeClaimTemplates');
  const volumes = listAt(spec, ...pod, 'volumes');
  return listAt(spec, ...container, 'volumeMounts').flatMap(mount => {
    const name = stringAt(mount, 'name');
    const mountPath = stringAt(mount, 'mountPath');
    if (name === undefined || mountPath === undefined) return [];
    const template = templates.findIndex(
      entry => stringAt(entry, 'metadata', 'name') === name,
    );
    if (template >= 0) {
      const path = ['spec', 'volumeClaimTemplates', template];
      return { mountPath, source: { kind: 'template', template: name, path } };
    }
    const index = volumes.findIndex(entry => stringAt(entry, 'name') === name);
    return index < 0
      ? []
      : {
          mountPath,
          source: sourceOf(volumes[index], [...at, 'volumes', index]),
        };
  });
}

function sourceOf(volume: JsonValue, path: Path): VolumeSource {
  const claim = stringAt(volume, 'persistentVolumeClaim', 'claimName');
  if (claim !== undefined) {
    return {
      kind: 'claim',
      claim,
      path: [...path, 'persistentVolumeClaim', 'claimName'],
    };
  }
  const names = Object.keys(objectAt(volume)).filter(key => key !== 'name');
  // A volume without a source is an emptyDir (core/v1 VolumeSource).
  const what = names[0] ?? 'emptyDir';
  const source = { what, path: names[0] ? [...path, what] : path };
  switch (what) {
    case 'hostPath':
      return { kind: 'node', ...source };
    // A generic ephemeral volume has a claim, which its pod owns.
    case 'emptyDir':
    case 'ephemeral':
    case 'configMap':
    case 'secret':
    case 'projected':
    case 'downwardAPI':
    case 'image':
      return { kind: 'pod', ...source };
    default:
      return { kind: 'elsewhere', ...source };
  }
}

/**
 * What the data of a server lies on: the mount that is nearest to it. Undefined: none at all, so that it lies in the container itself, or in a volume
 * that the container runtime makes for the image and drops with the pod.
 */
export function dataSource(
  spec: JsonValue | undefined,
  image: DatabaseContainer,
): VolumeSource | undefined {
  const pod = ['template', 'spec'];
  const container = [...pod, 'containers', image.index];
  const mounts = mountsOf({ spec, pod, container });
  const { paths, imageVolumes } = dataPathsOf(
    objectAt(spec, ...container),
    image,
  );
  let found: VolumeSource | undefined;
  for (const path of paths) {
    const nearest = nearestMount(mounts, path);
    const isHidden = imageVolumes.some(
      volume =>
        covers(volume, path) &&
        volume.length > (nearest?.mountPath.replace(/\/+$/, '').length ?? 0),
    );
    if (!nearest || isHidden) continue;
    found =
      found === undefined || found.kind === 'pod' ? nearest.source : found;
  }
  return found;
}

/** The mount that a path lies on. */
export function nearestMount(
  mounts: readonly Mount[],
  path: string,
): Mount | undefined {
  let nearest: Mount | undefined;
  for (const mount of mounts) {
    if (!covers(mount.mountPath, path)) continue;
    if (mount.mountPath.length > (nearest?.mountPath.length ?? -1)) {
      nearest = mount;
    }
  }
  return nearest;
}
