/** One run of a backup, as the operator sees it. */
export interface SimulatedBackup {
  name: string;
  /** The ScheduledBackup that asked for it. */
  schedule?: string;
  method: 'plugin' | 'barmanObjectStore' | 'volumeSnapshot';
  startedAt: Date;
  /** When it ended, or will. */
  endsAt: Date;
  state: 'started' | 'completed' | 'failed';
  error?: string;
  /** Server name in the store that it was written under. */
  serverName: string;
  /** The incarnation of the Cluster that it was taken from. */
  clusterUid: string;
  instance: string;
}
