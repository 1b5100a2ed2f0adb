/** How a backup is taken, in the operator's words. */
export type BackupMethod = 'plugin' | 'barmanObjectStore' | 'volumeSnapshot';

/** One run of a backup, as the operator sees it. */
export interface SimulatedBackup {
  name: string;
  /** The ScheduledBackup that asked for it. */
  schedule?: string;
  /** That ScheduledBackup asked for it because it was new, not because its time had come. */
  immediate?: boolean;
  method: BackupMethod;
  /** When it was asked for. */
  requestedAt: Date;
  /** When the operator wrote down how it ended, or will. */
  endsAt: Date;
  state: 'started' | 'completed' | 'failed';
  error?: string;
  /** The instance that it is taken from; none where the operator refused to begin. */
  instance?: string;
  /** Server name in the store that it was written under. */
  serverName: string;
  /** Where the store's path begins. */
  destinationPath: string;
  /** The incarnation of the Cluster that it was taken from. */
  clusterUid: string;
  timeline: number;
  majorVersion: number;
}

/** From the request until Barman begins, and from its end until the operator says so; measured in the lab, where the latter is up to 20 s. */
const LEAD_MS = 3_000;
const TRAIL_MS = 5_000;

/** When Barman, or the snapshot controller, began and stopped. */
export function runTimes({ method, requestedAt, endsAt }: SimulatedBackup): {
  startedAt: Date;
  stoppedAt: Date;
} {
  if (method === 'volumeSnapshot') {
    return { startedAt: requestedAt, stoppedAt: endsAt };
  }
  return {
    startedAt: new Date(requestedAt.getTime() + LEAD_MS),
    stoppedAt: new Date(endsAt.getTime() - TRAIL_MS),
  };
}
