import { Archiving } from './Archiving';
import { BackupSchedule } from './BackupSchedule';
import { BackupStore } from './BackupStore';
import { Connection } from './Connection';
import { Custody } from './Custody';
import { DatabaseCopy } from './DatabaseCopy';
import { Evidence, Observed } from './Evidence';
import { Instant } from './Instant';
import { LogicalReplication } from './LogicalReplication';
import { ObjectReference } from './ObjectReference';
import { Persistence } from './Persistence';
import { BackupAttempt, RecoveryPoint } from './RecoveryPoint';
import { DrillSchedule, Failover, Restore, UnreadReport } from './Restore';
import { Volume } from './Volume';

/**
 * @public
 */
export type EngineName =
  | 'postgresql'
  | 'redis'
  | 'valkey'
  | 'mysql'
  | 'mariadb';

/**
 * What a database is doing, in words that hold for every operator.
 *
 * `changing` is a planned change or a failover that ends by itself; `waiting` needs a person; `unknown` is a state that this
 * version does not know, and is never taken for a good one.
 *
 * @public
 */
export type HealthState =
  | 'healthy'
  | 'starting'
  | 'changing'
  | 'degraded'
  | 'waiting'
  | 'failed'
  | 'fenced'
  | 'hibernated'
  | 'unknown';

/**
 * @public
 */
export interface Health {
  state: HealthState;
  /** The operator's own words for it. */
  phase?: string;
  reason?: string;
  evidence: Evidence[];
}

/**
 * One server process of a database.
 *
 * @public
 */
export interface Instance {
  name: string;
  role: 'primary' | 'replica' | 'unknown';
  ready?: Observed<boolean>;
  node?: Observed<string>;
  zone?: Observed<string>;
  /** Seconds by which a replica's replay is behind its primary. */
  lagSeconds?: Observed<number>;
  /** Which part of the keys it holds, where the database is split up: the same for a primary and its replicas. Absent: it cannot be told. */
  shard?: string;
}

/**
 * What the instances of a database are kept apart by.
 *
 * @public
 */
export interface InstanceSpread {
  /** No two of them in one: where they stand in different zones, they stand on different nodes, too. */
  over: 'node' | 'zone';
  /** `false`: where there is room for it. */
  required: boolean;
}

/**
 * How commits wait for replicas.
 *
 * @public
 */
export interface SynchronousReplication {
  /** How many replicas have to confirm a commit. */
  number: number;
  /** `preferred` lets commits through unconfirmed when replicas are away: an acknowledged commit may then be lost. */
  durability: 'required' | 'preferred';
}

/**
 * A part of the facts that could not be read, so that what hangs on it is Unknown rather than absent.
 *
 * @public
 */
export interface MissingFacts {
  /**
   * What is missing, in the model's words; `database` is the object that stands for the database itself, `arrangement` those of its
   * operator that say whether and how it is backed up at all, `protection` those of tools that know nothing of databases and may back it up.
   */
  area:
    | 'database'
    | 'arrangement'
    | 'protection'
    | 'backups'
    | 'schedules'
    | 'stores'
    | 'volumes'
    | 'instances'
    | 'snapshots';
  /** Kind with its group. */
  kind: string;
  /**
   * `absent`: the API server does not know the kind; `not-read`: it has not been listed completely yet; `not-in-input`: it does not occur in a
   * dump or among manifests that may not be complete.
   */
  reason: 'forbidden' | 'absent' | 'not-read' | 'not-in-input' | 'failed';
  message: string;
}

/**
 * Objectives and ownership that an object or entity states about itself, as text that is not yet checked. Keys are the annotation
 * names without their `holdfast.io/` prefix.
 *
 * @public
 */
export type DeclaredAnnotations = Record<string, string>;

/**
 * One logical database server with all that is known about bringing it back. Plain JSON; produced by an engine, judged by rules.
 *
 * @public
 */
export interface Database {
  /** See {@link databaseIdOf}. */
  id: string;
  reference: ObjectReference;
  /** The incarnation: another uid under the same id is another database. */
  uid: string;
  engine: EngineName;
  /** Server version, `17.5` or `17`, as exactly as it is known. */
  version?: string;
  /** What runs it: `cloudnative-pg`. */
  operator: string;
  createdAt?: Instant;
  /** `holdfast.io/` annotations of the object. */
  annotations: DeclaredAnnotations;
  /** Made for a drill or a restore: evidence for its source, not a database of its own. */
  restoreCopy?: Observed<'drill' | 'restore'>;
  /** The database was bootstrapped from a recovery point of another one. */
  restoredFrom?: Observed<string>;
  /** Label selector of its pods, so that other plugins find them. */
  podSelector?: string;
  health: Health;
  desiredInstances?: Observed<number>;
  readyInstances?: Observed<number>;
  instances: Instance[];
  /** Into how many parts its keys are split, each with a primary and replicas of its own. Absent: into none. */
  shards?: Observed<number>;
  /** How its instances are to be kept apart, whatever became of it. Absent: nothing keeps them apart. */
  spread?: Observed<InstanceSpread>;
  /** Number of nodes its instances run on, where the operator or the pods tell. */
  nodesUsed?: Observed<number>;
  /** `replica-cluster`: follows another database, as in a second region. */
  role: Observed<'primary' | 'replica-cluster'>;
  synchronous?: Observed<SynchronousReplication>;
  /**
   * The archive that a replica cluster reads from, by {@link BackupStore.id}. `streaming`: its source sends it the changes as well, and the archive
   * is for when it is cut off.
   */
  follows?: Observed<{ storeId: string; via: 'archive' | 'streaming' }>;
  /** What follows this one, in whatever cluster. Filled in by whoever sees the whole fleet. */
  copies?: DatabaseCopy[];
  /** What it sends to others and gets from them, table by table. No backup: a mistake arrives there too. */
  logicalReplication?: LogicalReplication[];
  /** Region of its instances, where all their nodes say the same. */
  region?: Observed<string>;
  archiving: Archiving;
  stores: BackupStore[];
  schedules: BackupSchedule[];
  recoveryPoints: RecoveryPoint[];
  attempts: BackupAttempt[];
  restores: Restore[];
  /** What is marked as a report of a restore of it, and cannot be read as one. */
  unreadReports?: UnreadReport[];
  /** What restores it for practice, where something does. */
  drills?: DrillSchedule[];
  /** Changes of its primary that could be timed, newest first. */
  failovers?: Failover[];
  volumes: Volume[];
  /**
   * What the data lies on where it lies on no claim: it goes with the `pod`, lies on one `node`, or is mounted from `elsewhere`. Absent: it lies on
   * claims.
   */
  unclaimed?: Observed<'pod' | 'node' | 'elsewhere'>;
  /** Servers in the same pods of which nothing else is told, by their images with commas between them: an object stands for one database. */
  otherServers?: Observed<string>;
  /** A change of its pods starts a new server on the volume before the old one has ended. */
  overlapsOnChange?: Observed<boolean>;
  /** What a server that works in memory puts on its volume. Absent: it is one that works on its volume. */
  persistence?: Persistence;
  /** Whether clients and replicas have to talk over TLS, where the operator says so. */
  encryptedInTransit?: Observed<boolean>;
  /** Size of the data, without WAL. */
  sizeBytes?: Observed<number>;
  /** Size of the volumes that are asked for the data of one instance, without those for WAL alone. */
  requestedBytes?: Observed<number>;
  /** Who decides whether it is there. Absent: that was not read. */
  custody?: Custody;
  /** How clients connect. Absent: its engine does not say. */
  connection?: Connection;
  missing: MissingFacts[];
}
