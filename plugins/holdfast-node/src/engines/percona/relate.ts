import { JsonObject } from '@backstage/types';
import {
  Claim,
  factKeyOf,
  keysOf,
  KubernetesObject,
  labelOf,
  Projection,
  qualifiedKind,
  stringAt,
  WatchedResource,
} from '../../engine';
import { namespaceKeys } from '../servers/namespaceKeys';
import { persistentVolumeClaims, pods } from '../volumes/resources';
import { componentLabel, instanceLabel, nameLabel, partOfLabel } from './names';
import { PerconaOperator } from './PerconaOperator';
import { backupShape, clusterShape, restoreShape } from './shapes';

/** On the pod that takes writes (`LabelMySQLPrimary` in `pkg/naming` of Percona Server for MySQL). */
const primaryLabel = 'mysql.percona.com/primary';

/**
 * Keeps what is judged of the operator's objects, laid out as in the object. A backup is about its cluster, a restore about its backup.
 */
export function projectPercona(
  operator: Pick<
    PerconaOperator,
    'clusters' | 'backups' | 'restores' | 'clusterField'
  >,
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const { namespace, name } = object.metadata;
  const keyOf = (of: WatchedResource, named: string | undefined) =>
    keysOf(of, namespace, named);
  const kept = (
    data: JsonObject | undefined,
    more: Partial<Projection>,
  ): Projection | undefined =>
    data && { subjects: [], needs: [], ...more, data };

  switch (qualifiedKind(resource)) {
    case qualifiedKind(operator.clusters):
      return kept(clusterShape(object), {
        needs: namespaceKeys(namespace),
      });
    case qualifiedKind(operator.backups): {
      const data = backupShape(object);
      return kept(data, {
        subjects: keyOf(
          operator.clusters,
          stringAt(data, 'spec', operator.clusterField),
        ),
        collects: keyOf(operator.backups, name),
      });
    }
    case qualifiedKind(operator.restores): {
      const data = restoreShape(object);
      return kept(data, {
        subjects: keyOf(operator.backups, stringAt(data, 'spec', 'backupName')),
      });
    }
    default:
      return undefined;
  }
}

/** Claims the pods and volumes of a cluster by their labels. Releases before some version name the part in `name` only. */
export function claimPercona(
  operator: Pick<PerconaOperator, 'clusters' | 'partOf' | 'components'>,
  resource: WatchedResource,
  object: KubernetesObject,
): Claim | undefined {
  const kind = qualifiedKind(resource);
  const isPod = kind === qualifiedKind(pods);
  if (!isPod && kind !== qualifiedKind(persistentVolumeClaims)) {
    return undefined;
  }
  const label = (name: string) => labelOf(object, name);
  const instance = label(instanceLabel);
  const isOne =
    instance !== undefined &&
    [label(partOfLabel), label(nameLabel)].includes(operator.partOf) &&
    operator.components.includes(label(componentLabel) ?? '');
  if (!isOne) return undefined;
  const { namespace } = object.metadata;
  return {
    subjects: [
      factKeyOf({
        kind: qualifiedKind(operator.clusters),
        namespace,
        name: instance,
      }),
    ],
    ...(isPod && label(primaryLabel) === 'true' && { data: { primary: true } }),
  };
}
