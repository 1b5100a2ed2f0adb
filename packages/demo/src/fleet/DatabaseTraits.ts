/** @public */
export type ClusterName = 'prod-eu-west' | 'prod-us-east' | 'dev';

/** @public */
export type StoreName = 's3-eu-west' | 's3-us-east' | 'garage-dev';

/** How a database's backups are ordered. */
export interface ScheduleTraits {
  /** As it stands in the object, seconds first. */
  expression: string;
  /** What the operator makes of it, where the text misleads: a five-field expression is read with seconds first. */
  runsAs?: string;
  suspendedDaysAgo?: number;
  /** The method of the ScheduledBackup where it is not that of the archiver. */
  method?: 'plugin' | 'barmanObjectStore' | 'volumeSnapshot';
}

/**
 * One database of the fleet: what is usual is the default, so that each line says only what is special about it.
 *
 * @public
 */
export interface DatabaseTraits {
  cluster: ClusterName;
  namespace: string;
  name: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  /** 2 by default. */
  instances?: number;
  /** Major and minor version of PostgreSQL, `17.5` by default. */
  postgresql?: string;
  /** Size of each data volume; 40 GiB by default. */
  volumeGiB?: number;
  /** Share of the volume that is in use; 0.35 by default. */
  used?: number;
  /** Growth of that share per hour; 0 by default. */
  usedPerHour?: number;
  /** `ssd` by default. */
  storageClass?: 'ssd' | 'local-path';
  /** That of its cluster by default. */
  store?: StoreName;
  /** How long the store keeps recovery points; `30d` by default. */
  retention?: string;
  /** Daily at 02:00 by default, at another minute for each. */
  schedule?: ScheduleTraits | 'none';
  /** 200 by default. */
  ageHours?: number;
  /** `idle`: nothing was written for hours, so nothing waits to be archived. */
  writes?: 'steady' | 'idle';
  synchronous?: { number: number; durability: 'required' | 'preferred' };
  /** `plugin` by default. */
  archiver?: 'plugin' | 'in-tree' | 'none' | 'skipped';
  /**
   * What there is to restore from: regular backups by default; `none`; only under the server name of before (`old-store`); only from a
   * database that had the name before (`earlier-incarnation`); nothing for days (`overdue`); the newest one failed (`last-failed`);
   * volume snapshots instead of the store (`snapshots`).
   */
  backups?:
    | 'regular'
    | 'none'
    | 'old-store'
    | 'earlier-incarnation'
    | 'overdue'
    | 'last-failed'
    | 'snapshots';
  /** Archiving has been failing for so long. */
  archivingFailingMinutes?: number;
  /** The ObjectStore it names does not exist. */
  storeMissing?: boolean;
  /** Server name in the store where it is not the database's own name. */
  serverName?: string;
  fenced?: boolean;
  hibernated?: boolean;
  /** What the operator says it is doing, where that is not "Cluster in healthy state". */
  phase?: { name: string; reason?: string };
  replicaLagSeconds?: number;
  /** All instances run on one node. */
  oneNode?: boolean;
  /** Restored from another database's archive. */
  restoredFrom?: {
    server: string;
    hoursAgo: number;
    purpose?: 'drill' | 'restore';
  };
  /** Follows another database as a replica cluster. */
  replicaOf?: string;
  /** False where no Prometheus watches it. */
  metrics?: boolean;
  /** What a DBA would say about it, and the rule that decides. */
  expected: {
    verdict:
      | 'proven'
      | 'protected'
      | 'at-risk'
      | 'unprotected'
      | 'unknown'
      | 'exempt';
    rule?: string;
  };
}
