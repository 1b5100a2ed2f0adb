/**
 * What is assumed where nothing was measured. Every number that follows from one of these is marked as an estimate or names it.
 *
 * @public
 */
export interface Assumptions {
  /**
   * Age at which a metrics sample no longer counts as good news, in seconds. Bad news stays until newer news refutes it.
   */
  sampleLifetimeSeconds: number;
  /** How long the facts of a cluster that cannot be reached are trusted at least, in seconds. */
  contactGraceSeconds: number;
  /** How long a closed segment of the log may take to arrive in the store before it counts as waiting, in seconds. */
  archivalSeconds: number;
  /** Bytes per second at which a base backup is copied back. */
  restoreBytesPerSecond: number;
  /** Bytes per second at which the log is fetched and replayed. */
  replayBytesPerSecond: number;
  /** Time to make volumes and pods for a restored database, and to let it take over, in seconds. */
  provisionSeconds: number;
  /** Time until a replica has taken over from a lost primary, in seconds. */
  failoverSeconds: number;
  /** Time until an instance without a replica runs on another node with its volume, in seconds. */
  reattachSeconds: number;
  /** Share of a volume, 0 to 1, from which on it is nearly full. */
  volumeNearlyFull: number;
  /** Share of a volume, 0 to 1, from which on it is about to stop the database. */
  volumeFull: number;
}

/**
 * - Samples: Prometheus calls a series stale after 5 min without a sample (its `--query.lookback-delta`), and so do we.
 * - Contact: 10 min are enough for an upgrade of an API server, so that a routine event does not turn a fleet Unknown.
 * - Restore: Velero documents 100 to 150 MB/s for Kopia (`performance-guidance`); replay is single-threaded and fetches each
 *   segment first, so half of that.
 * - Failover: a replica of CloudNativePG 1.30 had taken over 70 s after the pod of its primary was killed (recorded in
 *   `conformance/recordings`, failing-over-1 to -8); that a node is lost, Kubernetes notices after 50 s
 *   (`--node-monitor-grace-period`).
 * - Reattach: pods leave an unreachable node after 300 s (`tolerationSeconds` of the default tolerations), and a volume is detached
 *   by force after 6 min more (`maxWaitForUnmountDuration`).
 *
 * @public
 */
export const defaultAssumptions: Assumptions = {
  sampleLifetimeSeconds: 300,
  contactGraceSeconds: 600,
  archivalSeconds: 60,
  restoreBytesPerSecond: 100 * 1024 * 1024,
  replayBytesPerSecond: 50 * 1024 * 1024,
  provisionSeconds: 120,
  failoverSeconds: 120,
  reattachSeconds: 660,
  volumeNearlyFull: 0.85,
  volumeFull: 0.95,
};
