import { JsonObject } from '@backstage/types';
import {
  FactKey,
  keysOf,
  KubernetesObject,
  projectBy,
  Projection,
  stringAt,
} from '../../engine';
import { namespaceKeys } from '../servers/namespaceKeys';
import { referredMariaDb } from './references';
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

/**
 * Keeps what is judged of the operator's objects, laid out as in the object, so that evidence names the field it was read from.
 */
export const project = projectBy([
  [mariadbs, mariadbShape, relateMariaDb],
  [backups, backupShape, relateBackup],
  [physicalBackups, physicalBackupShape, relateBackup],
  [pointInTimeRecoveries, pointInTimeRecoveryShape, relatePitr],
  [restores, restoreShape, relateRestore],
]);

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
      ...keysOf(physical, namespace, from('backupRef', 'name')),
      ...keysOf(
        pointInTimeRecoveries,
        namespace,
        from('pointInTimeRecoveryRef', 'name'),
      ),
    ],
    needs: [
      ...keysOf(
        pointInTimeRecoveries,
        namespace,
        stringAt(data, 'spec', 'pointInTimeRecoveryRef', 'name'),
      ),
      ...namespaceKeys(namespace),
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
    needs: keysOf(
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
    subjects: keysOf(
      backups,
      namespace,
      stringAt(data, 'spec', 'backupRef', 'name'),
    ),
  };
}
