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
      ...(traits.snapshots && { method: 'volumeSnapshot' }),
    });
  }

  /** Lets the time pass until now. Returns whether a Backup began, ended or expired. */
  tick(now: Date): boolean {
    const changes = [
      this.#endRuns(now),
      this.#runSchedule(now),
      this.#expire(now),
    ];
    return changes.includes(true);
  }

  #begin(
    now: Date,
    options: { name: string; schedule?: string; method?: BackupMethod },
  ): SimulatedBackup {
    const backup: SimulatedBackup = {
      ...completedBackup(this.#database, { ...options, requestedAt: now }),
      endsAt: new Date(now.getTime() + BACKUP_SECONDS * SECOND),
      state: 'started',
    };
    const isRefused =
      options.schedule && this.#database.traits.backups === 'refused';
    const begun = isRefused ? refused(backup) : backup;
    this.#all = [...this.#all, begun];
    return begun;
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
      return { ...ended, state: 'failed', error: objectStoreNotFound(traits) };
    }
    return store.state === 'on'
      ? { ...ended, state: 'completed' }
      : { ...ended, state: 'failed', error: BACKUP_ERROR };
  }

  #runSchedule(now: Date): boolean {
    const { schedule, serves, traits } = this.#database;
    const stands = !schedule?.active || !serves || traits.backups === 'overdue';
    if (stands || schedule.nextRun > now) return false;
    const run = schedule.nextRun;
    this.#begin(now, {
      name: `${schedule.name}-${compactTime(run)}`,
      schedule: schedule.name,
      method: schedule.method,
    });
    schedule.ran(run);
    return true;
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
