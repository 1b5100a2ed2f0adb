import { BackupMethod, SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

/** A backup that ended well, of a length that the size of the data asks for. */
export function completedBackup(
  database: SimulatedDatabase,
  options: {
    name: string;
    requestedAt: Date;
    schedule?: string;
    immediate?: boolean;
    method?: BackupMethod;
  },
): SimulatedBackup {
  const { traits, instances, readyInstances, primary } = database;
  const { name, requestedAt, schedule, immediate } = options;
  const method =
    options.method ??
    (traits.archiver === 'in-tree' ? 'barmanObjectStore' : 'plugin');
  const usedGiB = database.volumeGiB * (traits.used ?? 0.35);
  const seconds = method === 'volumeSnapshot' ? 20 : 30 + usedGiB * 8;
  return {
    name,
    schedule,
    ...(immediate && { immediate }),
    method,
    requestedAt,
    endsAt: new Date(requestedAt.getTime() + seconds * 1000),
    state: 'completed',
    // A standby is preferred (`.spec.backup.target`).
    instance: (readyInstances.at(-1) ?? instances.at(-1))?.name ?? primary,
    serverName: database.serverName,
    destinationPath: database.destinationPath,
    clusterUid: database.uid,
    timeline: database.timeline,
    majorVersion: database.majorVersion,
  };
}
