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
import { keyOf, referredMariaDb } from './references';
import {
  backups,
  mariadbs,
  physicalBackups,
  pointInTimeRecoveries,
  restores,
} from './resources';
import {
  backupShape,
  mariadbShape,
  physicalBackupShape,
  pointInTimeRecoveryShape,
  restoreShape,
} from './shapes';

type Relate = (
  object: KubernetesObject,
  data: JsonObject,
  own: FactKey,
) => Partial<Omit<Projection, 'data'>>;

const projects = new Map<string, { shape: Shape<JsonObject>; relate: Relate }>(
  (
    [
      [mariadbs, mariadbShape, relateMariaDb],
      [backups, backupShape, relateBackup],
      [physicalBackups, physicalBackupShape, relateBackup],
      [pointInTimeRecoveries, pointInTimeRecoveryShape, relatePitr],
      [restores, restoreShape, relateRestore],
    ] satisfies Array<[WatchedResource, Shape<JsonObject>, Relate]>
  ).map(([resource, shape, relate]) => [
    qualifiedKind(resource),
    { shape, relate },
  ]),
);

/**
 * Keeps what is judged of the operator's objects, laid out as in the object, so that evidence names the field it was read from.
 */
export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const projection = projects.get(qualifiedKind(resource));
  const data = projection?.shape(object);
  if (!projection || !data) return undefined;
  const { namespace, name } = object.metadata;
  const own = factKeyOf({ kind: qualifiedKind(resource), namespace, name });
  return {
    subjects: [],
    needs: [],
    ...projection.relate(object, data, own),
    data,
  };
}

/** A MariaDB that was restored is about the backup that it came from, and through it about the MariaDB that was backed up. */
function relateMariaDb(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
): Partial<Projection> {
  const from = (...path: string[]) =>
    stringAt(data, 'spec', 'bootstrapFrom', ...path);
  const physical =
    from('backupRef', 'kind') === physicalBackups.kind
      ? physicalBackups
      : backups;
  return {
    subjects: [
      ...keyOf(physical, namespace, from('backupRef', 'name')),
      ...keyOf(
        pointInTimeRecoveries,
        namespace,
        from('pointInTimeRecoveryRef', 'name'),
      ),
    ],
    needs: [
      ...keyOf(
        pointInTimeRecoveries,
        namespace,
        stringAt(data, 'spec', 'pointInTimeRecoveryRef', 'name'),
      ),
      ...(namespace === undefined
        ? []
        : [factKeyOf({ kind: 'Namespace', name: namespace })]),
    ],
  };
}

function relateBackup(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
  own: FactKey,
): Partial<Projection> {
  return { subjects: referredMariaDb(data, namespace), collects: [own] };
}

function relatePitr(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
  own: FactKey,
): Partial<Projection> {
  return {
    needs: keyOf(
      physicalBackups,
      namespace,
      stringAt(data, 'spec', 'physicalBackupRef', 'name'),
    ),
    collects: [own],
  };
}

function relateRestore(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
): Partial<Projection> {
  return {
    subjects: keyOf(
      backups,
      namespace,
      stringAt(data, 'spec', 'backupRef', 'name'),
    ),
  };
}
