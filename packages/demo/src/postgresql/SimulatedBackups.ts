import { InputError } from '@backstage/errors';
import { completedBackup } from './completedBackup';
import { backupHistory, refused } from './history';
import { BACKUP_ERROR, compactTime, objectStoreNotFound } from './names';
import { keptBackups } from './retention';
import { BackupMethod, SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

const SECOND = 1000;

/** How long a backup takes in the demo; a real one of this size takes minutes. */
const BACKUP_SECONDS = 12;

/** What the operator says of a Backup for a database that sleeps (`checkPrerequisites` in `internal/controller/backup_controller.go`). */
const HIBERNATED = 'cannot backup a hibernated cluster';

/** How often expired backups are looked for; the plugin's sidecar does it every half an hour. */
const MAINTENANCE_SECONDS = 60;

/** The backups of a database: those behind it, the one that runs, and those that its schedule asks for. */
export class SimulatedBackups {
  readonly #database: SimulatedDatabase;
  #all: readonly SimulatedBackup[];
  #maintainedAt: Date;

  constructor(database: SimulatedDatabase, now: Date) {
    this.#database = database;
    this.#all = backupHistory(database, now);
    this.#maintainedAt = now;
  }

  /** Oldest first. */
  get all(): readonly SimulatedBackup[] {
    return this.#all;
  }

  /**
   * Asks for a backup now, as `kubectl cnpg backup` does.
   *
   * @throws InputError where there is nothing that could take one
   */
  start(now: Date): SimulatedBackup {
    const { name, traits } = this.#database;
    if (traits.archiver === 'none' && !traits.snapshots) {
      throw new InputError(
        `${name} has neither an archiver nor volume snapshots, so nothing can take a backup of it`,
      );
    }
    if (!this.#database.serves) {
      throw new InputError(
        `${name} does not run at present, so no backup can be taken of it`,
      );
    }
    return this.#begin(now, {
      name: `${name}-${compactTime(now)}`,
      ...(traits.snapshots &&
        traits.archiver === 'none' && { method: 'volumeSnapshot' }),
    });
  }

  /**
   * Takes up a Backup that somebody applied. Returns whether it has begun or was refused; one that waits for an instance is to be asked for again.
   */
  request(now: Date, wish: { name: string; method: BackupMethod }): boolean {
    const { traits, serves } = this.#database;
    if (!traits.hibernated && !serves) return false;
    const backup = this.#begin(now, wish);
    if (traits.hibernated) this.#refuse(backup, HIBERNATED);
    else if (this.#isRefused(backup.method)) this.#refuse(backup);
    return true;
  }

  #refuse(backup: SimulatedBackup, error?: string): void {
    this.#all = this.#all.map(known =>
      known === backup ? refused(known, error) : known,
    );
  }

  /** Lets the time pass until now. Returns whether a Backup began, ended or expired. */
  tick(now: Date): boolean {
    const changes = [
      this.#endRuns(now),
      this.#runSchedules(now),
      this.#expire(now),
    ];
    return changes.includes(true);
  }

  #begin(
    now: Date,
    options: {
      name: string;
      schedule?: string;
      method?: BackupMethod;
      immediate?: boolean;
    },
  ): SimulatedBackup {
    const backup: SimulatedBackup = {
      ...completedBackup(this.#database, { ...options, requestedAt: now }),
      endsAt: new Date(now.getTime() + BACKUP_SECONDS * SECOND),
      state: 'started',
    };
    const isRefused =
      options.schedule !== undefined && this.#isRefused(backup.method);
    const begun = isRefused ? refused(backup) : backup;
    this.#all = [...this.#all, begun];
    return begun;
  }

  /** Whether the operator does not even begin: the Cluster is not set up for the method (`internal/controller/backup_controller.go`). */
  #isRefused(method: BackupMethod): boolean {
    const { traits } = this.#database;
    if (traits.backups === 'refused') return true;
    const isSetUp = {
      plugin: this.#database.usesPlugin,
      barmanObjectStore: traits.archiver === 'in-tree',
      volumeSnapshot: traits.snapshots === true,
    };
    return !isSetUp[method];
  }

  #endRuns(now: Date): boolean {
    const { store } = this.#database;
    const isDue = ({ state, method, endsAt }: SimulatedBackup) =>
      state === 'started' &&
      endsAt <= now &&
      (store.state !== 'hanging' || method === 'volumeSnapshot');
    if (!this.#all.some(isDue)) return false;
    this.#all = this.#all.map(backup =>
      isDue(backup) ? this.#end(backup, now) : backup,
    );
    return true;
  }

  #end(backup: SimulatedBackup, now: Date): SimulatedBackup {
    const { store, traits } = this.#database;
    const ended = { ...backup, endsAt: now };
    if (backup.method === 'volumeSnapshot') {
      return { ...ended, state: 'completed' };
    }
    if (traits.storeMissing) {
      const { objectStoreName } = this.#database;
      return {
        ...ended,
        state: 'failed',
        error: objectStoreNotFound(objectStoreName),
      };
    }
    return store.state === 'on' && !this.#database.archiver.isBlocked
      ? { ...ended, state: 'completed' }
      : { ...ended, state: 'failed', error: BACKUP_ERROR };
  }

  #runSchedules(now: Date): boolean {
    const { schedules, serves, traits } = this.#database;
    if (!serves || traits.backups === 'overdue') return false;
    const due = schedules.filter(
      schedule => schedule.active && schedule.nextRun <= now,
    );
    for (const schedule of due) {
      const run = schedule.isImmediate ? now : schedule.nextRun;
      this.#begin(now, {
        name: `${schedule.name}-${compactTime(run)}`,
        schedule: schedule.name,
        method: schedule.method,
        immediate: schedule.isImmediate,
      });
      schedule.ran(run);
    }
    return due.length > 0;
  }

  #expire(now: Date): boolean {
    const { serves, store, retentionDays } = this.#database;
    const due =
      now.getTime() - this.#maintainedAt.getTime() >=
      MAINTENANCE_SECONDS * SECOND;
    // The primary's sidecar does it, and asks the store what there is.
    if (!due || !serves || store.state !== 'on') return false;
    this.#maintainedAt = now;
    const kept = keptBackups(this.#all, { retentionDays, now });
    const changed = kept.length !== this.#all.length;
    this.#all = kept;
    return changed;
  }
}
