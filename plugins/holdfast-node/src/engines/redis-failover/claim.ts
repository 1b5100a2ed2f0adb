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
  component,
  componentLabel,
  nameLabel,
  partOf,
  partOfLabel,
  roleLabel,
} from './names';
import { redisFailovers } from './resources';

/**
 * Claims the pods and volumes of a RedisFailover by their labels, and keeps of a pod what role the operator found it in. The StatefulSet
 * controller gives claims the labels that its selector asks of pods. Sentinels are another component.
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
  const label = (key: string) => labelOf(object, key);
  const name = label(nameLabel);
  if (
    name === undefined ||
    label(partOfLabel) !== partOf ||
    label(componentLabel) !== component
  ) {
    return undefined;
  }
  return {
    subjects: [
      factKeyOf({
        kind: qualifiedKind(redisFailovers),
        namespace: object.metadata.namespace,
        name,
      }),
    ],
    ...(isPod && { data: roleAndAddress(object, label(roleLabel)) }),
  };
}
