/**
 * Two production regions and one for development.
 *
 * @public
 */
export const clusterNames = ['prod-eu-west', 'prod-us-east', 'dev'] as const;

/** @public */
export type ClusterName = (typeof clusterNames)[number];

/** @public */
export type StoreName = 's3-eu-west' | 's3-us-east' | 'garage-dev';

/**
 * How a database's backups are ordered.
 *
 * @public
 */
export interface ScheduleTraits {
  /** The name of the database and `-backup` by default. */
  name?: string;
  /** As it stands in the object, seconds first. */
  expression: string;
  /** What the operator makes of it, where the text misleads: a five-field expression is read with seconds first. */
  runsAs?: string;
  suspendedDaysAgo?: number;
  /** The operator never took notice of it: nothing is in its status. */
  unnoticed?: boolean;
  /** The method of the ScheduledBackup where it is not that of the archiver. */
  method?: 'plugin' | 'barmanObjectStore' | 'volumeSnapshot';
  /** It asks for a backup as soon as it is made, too; false by default. */
  immediate?: boolean;
  /** What the Backups belong to and are deleted with; itself by default. */
  backupOwner?: 'none' | 'self' | 'cluster';
}

/**
 * What is special about a database: what is usual is the default.
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
  /** That of the operator by default. */
  image?: string;
  /** Of each instance; 1 CPU and 4 GiB by default. */
  resources?: Record<string, unknown>;
  /** Size of each data volume; 40 GiB by default. */
  volumeGiB?: number;
  /** Size of the volume for WAL of each instance; without one it lies on the data volume. */
  walVolumeGiB?: number;
  /** Share of the volume that is in use; 0.35 by default. */
  used?: number;
  /** Growth of that share per hour; 0 by default. */
  usedPerHour?: number;
  /** `ssd` by default; there are `ssd` and `local-path`, and no volume of another one is ever made. */
  storageClass?: string;
  /** That of its cluster by default. */
  store?: StoreName;
  /** Name of its ObjectStore where that is not its own. */
  objectStore?: string;
  /** Where the store's path begins; the bucket and the namespace by default. */
  destinationPath?: string;
  /** How long the store keeps recovery points; `30d` by default. */
  retention?: `${number}d`;
  /** Daily at 02:00 by default, at another minute for each. */
  schedule?: ScheduleTraits | 'none';
  /** 4,800 (200 days) by default. */
  ageHours?: number;
  /** `idle`: nothing was written for hours, so nothing waits to be archived. */
  writes?: 'steady' | 'idle';
  synchronous?: { number: number; durability: 'required' | 'preferred' };
  /** `plugin` by default; `skipped`: the plugin, and archiving switched off by an annotation. */
  archiver?: 'plugin' | 'in-tree' | 'none' | 'skipped';
  /** Its schedule takes cold volume snapshots; false by default. */
  snapshots?: boolean;
  /**
   * What there is to restore from: regular backups by default; `none`; only where it archived before (`former-store`); only from before its
   * major upgrade (`former-major-version`); only from a database that had the name before (`earlier-incarnation`); nothing for days
   * (`overdue`); nothing from before a few days ago, as somebody deleted it (`recent`); the newest one failed (`last-failed`); all were refused
   * by the operator (`refused`); one by hand, a day ago (`by-hand`).
   */
  backups?:
    | 'regular'
    | 'none'
    | 'former-store'
    | 'former-major-version'
    | 'earlier-incarnation'
    | 'overdue'
    | 'recent'
    | 'last-failed'
    | 'refused'
    | 'by-hand';
  /** Archiving has been failing for so long. */
  archivingFailingMinutes?: number;
  /** The ObjectStore it names was deleted days ago. */
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
    /** As it was so long before the restore began; as late as possible by default. */
    asOfHoursBefore?: number;
  };
  /** The job that was to restore it has failed. */
  restoreFailed?: boolean;
  /** Follows another database as a replica cluster. */
  replicaOf?: string;
  /** The archive that it follows, where an ObjectStore named like {@link DatabaseTraits.replicaOf} leads to one. */
  follows?: {
    server: string;
    store: StoreName;
    /** Its source sends it the changes as well; false by default. */
    streams?: boolean;
    /** How far its replay is behind; 25 by default. */
    lagSeconds?: number;
  };
  /** A PgBouncer stands before it. */
  pooler?: 'rw' | 'ro';
  /** Names of databases in it beside the application's. */
  databases?: string[];
  /** Roles beside the owner that log in with a certificate. With any, it takes no connections without TLS. */
  certificateRoles?: string[];
  /** False where no Prometheus watches it. */
  metrics?: boolean;
}

/**
 * What a DBA would say about a database.
 *
 * @public
 */
export interface Expectation {
  verdict:
    | 'proven'
    | 'protected'
    | 'at-risk'
    | 'unprotected'
    | 'unknown'
    | 'exempt';
  /** The rule that decides. */
  rule?: string;
}

/**
 * One database of the fleet, and what a DBA would say about it.
 *
 * @public
 */
export interface DescribedDatabase extends DatabaseTraits {
  expected: Expectation;
}
