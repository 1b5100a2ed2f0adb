import { JsonObject } from '@backstage/types';
import {
  booleanAt,
  FactKey,
  factKeyOf,
  keysOf,
  KubernetesObject,
  listAt,
  projectBy,
  Projection,
  qualifiedKind,
  stringAt,
} from '../../engine';
import { namespaces, persistentVolumeClaims } from '../volumes/resources';
import { isGlob } from './globs';
import { defaultLocationKey, everywhereKey, namespaceKey } from './keys';
import { claimNameAnnotation, scheduleNameLabel } from './names';
import {
  backups,
  dataDownloads,
  dataUploads,
  locations,
  podVolumeBackups,
  podVolumeRestores,
  repositories,
  restores,
  schedules,
} from './resources';
import {
  backupShape,
  dataDownloadShape,
  dataUploadShape,
  locationShape,
  ownerName,
  podVolumeBackupShape,
  podVolumeRestoreShape,
  repositoryShape,
  restoreShape,
  scheduleShape,
} from './shapes';

/**
 * Keeps what is judged of Velero's objects, laid out as in the object, so that evidence names the field it was read from. How far a copy
 * has come is left out: it changes every few seconds, and only its end is judged.
 */
export const project = projectBy([
  [schedules, scheduleShape, relateSchedule],
  [backups, backupShape, relateBackup],
  [restores, restoreShape, relateRestore],
  [locations, locationShape, relateLocation],
  [repositories, repositoryShape, relateRepository],
  [dataUploads, dataUploadShape, relateDataUpload],
  [podVolumeBackups, podVolumeBackupShape, relatePodVolumeBackup],
  [dataDownloads, dataDownloadShape, relateToRestore],
  [podVolumeRestores, podVolumeRestoreShape, relateToRestore],
]);

/** The namespaces that it names are read with it, so as to see whether they exist. */
function relateSchedule(
  { metadata }: KubernetesObject,
  data: JsonObject,
  own: FactKey,
): Partial<Projection> {
  const path = ['spec', 'template'];
  const location = locationOf(metadata.namespace, data, path);
  return {
    subjects: namespaceKeys(data, path),
    needs: [
      ...location.needs,
      ...literalNamespaces(data, path).map(name =>
        factKeyOf({ kind: qualifiedKind(namespaces), name }),
      ),
    ],
    collects: [own, ...location.collects],
  };
}

function relateBackup(
  { metadata }: KubernetesObject,
  data: JsonObject,
  own: FactKey,
): Partial<Projection> {
  const location = locationOf(metadata.namespace, data, ['spec']);
  const schedule = stringAt(data, 'metadata', 'labels', scheduleNameLabel);
  return {
    subjects: namespaceKeys(data, ['spec']),
    needs: [
      ...location.needs,
      ...keysOf(schedules, metadata.namespace, schedule),
    ],
    collects: [own, ...location.collects],
  };
}

/** One that names a schedule is given the name of its newest backup as soon as it begins. */
function relateRestore(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
  own: FactKey,
): Partial<Projection> {
  return {
    subjects: [
      ...keysOf(backups, namespace, stringAt(data, 'spec', 'backupName')),
      ...keysOf(schedules, namespace, stringAt(data, 'spec', 'scheduleName')),
    ],
    collects: [own],
  };
}

function relateLocation(
  { metadata: { namespace } }: KubernetesObject,
  data: JsonObject,
): Partial<Projection> {
  return booleanAt(data, 'spec', 'default')
    ? { subjects: [defaultLocationKey(namespace)] }
    : {};
}

function relateRepository(
  _object: KubernetesObject,
  data: JsonObject,
): Partial<Projection> {
  const namespace = stringAt(data, 'spec', 'volumeNamespace');
  return namespace === undefined ? {} : { subjects: [namespaceKey(namespace)] };
}

function relateDataUpload(
  _object: KubernetesObject,
  data: JsonObject,
): Partial<Projection> {
  return {
    subjects: keysOf(
      persistentVolumeClaims,
      stringAt(data, 'spec', 'sourceNamespace'),
      stringAt(data, 'spec', 'sourcePVC'),
    ),
  };
}

/** One without the annotation is of a volume that is no claim. */
function relatePodVolumeBackup(
  _object: KubernetesObject,
  data: JsonObject,
): Partial<Projection> {
  return {
    subjects: keysOf(
      persistentVolumeClaims,
      stringAt(data, 'spec', 'pod', 'namespace'),
      stringAt(data, 'metadata', 'annotations', claimNameAnnotation),
    ),
  };
}

function relateToRestore({ metadata }: KubernetesObject): Partial<Projection> {
  return {
    subjects: keysOf(
      restores,
      metadata.namespace,
      ownerName(metadata, restores.kind),
    ),
  };
}

/** Keys of the namespaces that an order names, and of everywhere where it does so by no name or by a pattern. */
function namespaceKeys(data: JsonObject, path: string[]): FactKey[] {
  const included = textsAt(data, ...path, 'includedNamespaces');
  const everywhere = included.length === 0 || included.some(isGlob);
  return [
    ...literalNamespaces(data, path).map(namespaceKey),
    ...(everywhere ? [everywhereKey] : []),
  ];
}

function literalNamespaces(data: JsonObject, path: string[]): string[] {
  const included = textsAt(data, ...path, 'includedNamespaces');
  return [...new Set(included.filter(name => !isGlob(name)))];
}

/** Where it goes. One that names no location goes to the default one, which says so itself; before 1.5 it was the one of that name. */
function locationOf(
  namespace: string | undefined,
  data: JsonObject,
  path: string[],
): { needs: FactKey[]; collects: FactKey[] } {
  const name = stringAt(data, ...path, 'storageLocation');
  return name === undefined
    ? {
        needs: keysOf(locations, namespace, 'default'),
        collects: [defaultLocationKey(namespace)],
      }
    : { needs: keysOf(locations, namespace, name), collects: [] };
}

function textsAt(data: JsonObject, ...path: string[]): string[] {
  return listAt(data, ...path).filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}
