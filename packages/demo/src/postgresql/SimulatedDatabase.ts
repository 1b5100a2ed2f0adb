import { DatabaseTraits } from '../fleet/DatabaseTraits';
import { seededUid } from '../kubernetes/seededUid';
import { conditionsOf, SimulatedCondition } from './conditions';
import { backupHistory } from './history';
import { BACKUP_ERROR, backupIdAt } from './names';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedNode } from './SimulatedNode';
import { SimulatedSchedule } from './SimulatedSchedule';
import { SimulatedStore } from './SimulatedStore';

const HOUR = 3_600_000;
const SECOND = 1000;

/** How long a backup takes in the demo; a real one of this size takes minutes. */
const BACKUP_SECONDS = 12;

/** How often a database that is written to closes a WAL segment. */
const ARCHIVE_SECONDS = 20;

/** @public */
export interface SimulatedInstance {
  name: string;
  node: SimulatedNode;
}

interface ArchivingState {
  /** The operator's words while it fails. */
  failure?: string;
  /** Since when it has worked or failed. */
  since: Date;
}

/**
 * A PostgreSQL cluster under CloudNativePG that lives by the clock: it writes, archives, is backed up, and suffers what its traits and its store
 * make it suffer. Only what an operator would write is seen in Kubernetes; the rest is metrics.
 *
 * @public
 */
export class SimulatedDatabase {
  readonly traits: DatabaseTraits;
  readonly store: SimulatedStore;
  readonly uid: string;
  readonly createdAt: Date;
  readonly instances: SimulatedInstance[];
  readonly schedule?: SimulatedSchedule;
  backups: SimulatedBackup[];
  archiving: ArchivingState;
  fenced: boolean;
  primarySince: Date;
  lastArchivedAt: Date;
  lastFailedAt?: Date;
  backlogSegments = 0;
  #primaryIndex = 0;
  #usedShare: number;
  #usedAt: Date;
  readonly #seed: number;

  constructor(options: {
    traits: DatabaseTraits;
    store: SimulatedStore;
    nodes: readonly SimulatedNode[];
    now: Date;
  }) {
    const { traits, store, nodes, now } = options;
    this.traits = traits;
    this.store = store;
    this.uid = seededUid(traits.cluster, traits.namespace, traits.name);
    this.#seed = parseInt(this.uid.slice(0, 6), 16);
    const age = traits.restoredFrom?.hoursAgo ?? traits.ageHours ?? 24 * 200;
    this.createdAt = new Date(now.getTime() - age * HOUR);
    this.primarySince = new Date(this.createdAt.getTime() + 40 * SECOND);
    this.fenced = traits.fenced ?? false;
    this.instances = Array.from({ length: this.instanceCount }, (_, index) => ({
      name: `${traits.name}-${index + 1}`,
      node: nodes[traits.oneNode ? 0 : (this.#seed + index) % nodes.length],
    }));
    if (traits.schedule !== 'none') {
      this.schedule = new SimulatedSchedule({
        database: traits.name,
        traits: traits.schedule ?? { expression: '0 0 2 * * *' },
        now,
      });
    }
    this.#usedShare = traits.used ?? 0.35;
    this.#usedAt = now;
    this.lastArchivedAt = new Date(
      now.getTime() - (traits.writes === 'idle' ? 9 * HOUR : 8 * SECOND),
    );
    this.archiving = this.#archivingAtFirst(now);
    this.backups = backupHistory(this, now);
  }

  get name(): string {
    return this.traits.name;
  }

  get namespace(): string {
    return this.traits.namespace;
  }

  get instanceCount(): number {
    return this.traits.instances ?? 2;
  }

  get image(): string {
    return `ghcr.io/cloudnative-pg/postgresql:${
      this.traits.postgresql ?? '17.5'
    }`;
  }

  get majorVersion(): number {
    return Number((this.traits.postgresql ?? '17.5').split('.')[0]);
  }

  get volumeGiB(): number {
    return this.traits.volumeGiB ?? 40;
  }

  get storageClass(): string {
    return this.traits.storageClass ?? 'ssd';
  }

  get retention(): string {
    return this.traits.retention ?? '30d';
  }

  get retentionDays(): number {
    return Number.parseInt(this.retention, 10);
  }

  get objectStoreName(): string {
    return this.traits.name;
  }

  get serverName(): string {
    return this.traits.serverName ?? this.traits.name;
  }

  get storeLocation(): { destinationPath: string; endpointURL: string } {
    return {
      destinationPath: `s3://${this.store.bucket}/${this.namespace}/`,
      endpointURL: this.store.endpointURL,
    };
  }

  get primary(): string {
    return this.instances[this.#primaryIndex].name;
  }

  get isRunning(): boolean {
    return !this.traits.hibernated;
  }

  /** When it first served: a restore takes the time that its size asks for. */
  get readySince(): Date {
    const seconds = this.traits.restoredFrom ? 60 + this.volumeGiB * 4 : 45;
    return new Date(this.createdAt.getTime() + seconds * SECOND);
  }

  get conditions(): SimulatedCondition[] {
    return conditionsOf(this);
  }

  /** Share of the data volume in use at a moment, at most 1. */
  usedShare(now: Date): number {
    const hours = (now.getTime() - this.#usedAt.getTime()) / HOUR;
    return Math.min(
      this.#usedShare + hours * (this.traits.usedPerHour ?? 0),
      1,
    );
  }

  /** A backup that ended well, of a length that the size of the data asks for. */
  completedBackup(options: {
    name: string;
    schedule?: string;
    method?: SimulatedBackup['method'];
    startedAt: Date;
    serverName?: string;
    clusterUid?: string;
  }): SimulatedBackup {
    const { method = 'plugin', startedAt } = options;
    const seconds =
      method === 'volumeSnapshot'
        ? 20
        : 30 + this.volumeGiB * this.#usedShare * 8;
    return {
      name: options.name,
      schedule: options.schedule,
      method: this.traits.archiver === 'in-tree' ? 'barmanObjectStore' : method,
      startedAt,
      endsAt: new Date(startedAt.getTime() + seconds * SECOND),
      state: 'completed',
      serverName: options.serverName ?? this.serverName,
      clusterUid: options.clusterUid ?? this.uid,
      instance: this.instances.at(-1)?.name ?? this.primary,
    };
  }

  /** Asks for a backup now, as `kubectl cnpg backup` does. */
  startBackup(now: Date): SimulatedBackup {
    const backup: SimulatedBackup = {
      ...this.completedBackup({
        name: `${this.name}-${backupIdAt(now).toLowerCase().replace('t', '')}`,
        startedAt: now,
      }),
      endsAt: new Date(now.getTime() + BACKUP_SECONDS * SECOND),
      state: 'started',
    };
    this.backups.push(backup);
    return backup;
  }

  /** The next instance becomes primary. */
  failOver(now: Date): void {
    this.#primaryIndex = (this.#primaryIndex + 1) % this.instances.length;
    this.primarySince = now;
  }

  /** Lets the time pass until now. Returns whether anything changed that an operator would write down. */
  tick(now: Date): boolean {
    const changes = [
      this.#archive(now),
      this.#endBackups(now),
      this.#runSchedule(now),
      this.#expire(now),
    ];
    return changes.includes(true);
  }

  #archivingAtFirst(now: Date): ArchivingState {
    const { archivingFailingMinutes } = this.traits;
    if (archivingFailingMinutes === undefined) {
      return { since: new Date(this.createdAt.getTime() + 60 * SECOND) };
    }
    const since = new Date(
      now.getTime() - archivingFailingMinutes * 60 * SECOND,
    );
    this.lastArchivedAt = since;
    this.lastFailedAt = now;
    this.backlogSegments = Math.ceil(archivingFailingMinutes * 1.5);
    return { since, failure: this.#archiveError('off') };
  }

  #archive(now: Date): boolean {
    if (!this.isRunning || this.fenced) return false;
    const sinceLast = now.getTime() - this.lastArchivedAt.getTime();
    const isDue =
      this.traits.writes !== 'idle' &&
      (this.archiving.failure !== undefined ||
        sinceLast >= this.#archiveEveryMs() ||
        this.store.state !== 'on');
    if (!isDue) return false;
    const trouble = this.#trouble(now);
    if (trouble) {
      this.lastFailedAt = now;
      this.backlogSegments = Math.ceil(sinceLast / (40 * SECOND)) + 1;
      if (this.archiving.failure === trouble) return false;
      this.archiving = {
        failure: trouble,
        since: this.archiving.failure ? this.archiving.since : now,
      };
      return true;
    }
    const recovered = this.archiving.failure !== undefined;
    this.lastArchivedAt = now;
    this.backlogSegments = 0;
    if (recovered) this.archiving = { since: now };
    return recovered;
  }

  /** Different for each database, so that they do not all archive in the same second. */
  #archiveEveryMs(): number {
    return (ARCHIVE_SECONDS + (this.#seed % 20)) * SECOND;
  }

  /** What the archiver says, if it fails. The first segment after a store went away fails one to three seconds later. */
  #trouble(now: Date): string | undefined {
    const { archiver = 'plugin' } = this.traits;
    // Without an archiver there is nothing that could fail: the operator's archive command says that all is well.
    if (archiver === 'none' || archiver === 'skipped') return undefined;
    if (this.traits.archivingFailingMinutes !== undefined) {
      return this.#archiveError('off');
    }
    const { state, since } = this.store;
    const delay = (1 + (this.#seed % 3)) * SECOND;
    if (state === 'on' || now.getTime() < since.getTime() + delay) {
      return undefined;
    }
    return this.#archiveError(state);
  }

  /** The operator passes on no more than the exit status of Barman's program. */
  #archiveError(state: 'off' | 'refusing'): string {
    const status = state === 'off' ? 4 : 2;
    return `rpc error: code = Unknown desc = unexpected failure invoking barman-cloud-wal-archive: exit status ${status}`;
  }

  #endBackups(now: Date): boolean {
    let changed = false;
    for (const backup of this.backups) {
      if (backup.state !== 'started' || backup.endsAt > now) continue;
      changed = true;
      if (this.store.state === 'on' || backup.method === 'volumeSnapshot') {
        backup.state = 'completed';
      } else {
        backup.state = 'failed';
        backup.error = BACKUP_ERROR;
      }
    }
    return changed;
  }

  #runSchedule(now: Date): boolean {
    const { schedule, traits } = this;
    const stands =
      !schedule ||
      schedule.suspended ||
      !this.isRunning ||
      traits.backups === 'none' ||
      traits.backups === 'overdue' ||
      traits.storeMissing;
    if (stands || schedule.nextRun > now) return false;
    const run = schedule.nextRun;
    const backup = this.startBackup(now);
    backup.name = `${schedule.name}-${backupIdAt(run).replace('T', '')}`;
    backup.schedule = schedule.name;
    schedule.ran(run);
    return true;
  }

  #expire(now: Date): boolean {
    if (this.schedule?.suspended || !this.schedule) return false;
    const oldest = now.getTime() - this.retentionDays * 24 * HOUR;
    const kept = this.backups.filter(
      backup => backup.endsAt.getTime() >= oldest,
    );
    const changed = kept.length !== this.backups.length;
    this.backups = kept;
    return changed;
  }
}
