import { ObjectStore, resourceTypes } from '../kubernetes';
import { BackupMethod } from '../postgresql/SimulatedBackup';
import { textAt } from './fields';

/** A backup that somebody asks for by applying a Backup. */
export interface AppliedBackup {
  namespace: string;
  name: string;
  /** The Cluster. */
  of: string;
  method: BackupMethod;
}

/** The Backups that nobody has taken up yet: they have no status. */
export function appliedBackups(objects: ObjectStore): AppliedBackup[] {
  return objects
    .list(resourceTypes.backups)
    .filter(({ status }) => status === undefined)
    .map(({ metadata, spec }) => ({
      namespace: metadata.namespace ?? '',
      name: metadata.name,
      of: textAt(spec, 'cluster', 'name') ?? '',
      method: methodOf(textAt(spec, 'method')),
    }));
}

/** `barmanObjectStore` is the default of the custom resource. */
function methodOf(text: string | undefined): BackupMethod {
  return text === 'plugin' || text === 'volumeSnapshot'
    ? text
    : 'barmanObjectStore';
}
