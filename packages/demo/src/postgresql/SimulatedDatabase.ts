import { InputError } from '@backstage/errors';
import { seededUid } from '../kubernetes/seededUid';
import { DatabaseSettings } from './DatabaseSettings';
import { DatabaseTraits, ScheduleTraits } from './DatabaseTraits';
import { failedRestore, healthy, Phase, volumeFull } from './phase';
import { startingPhase } from './startingPhase';
import { SimulatedArchiver } from './SimulatedArchiver';
import { SimulatedBackups } from './SimulatedBackups';
import { SimulatedFailover } from './SimulatedFailover';
import { SimulatedInstance } from './SimulatedInstance';
import { SimulatedInstances } from './SimulatedInstances';
import { SimulatedNode } from './SimulatedNode';
import { SimulatedSchedule } from './SimulatedSchedule';
import { SimulatedStore } from './SimulatedStore';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/**
 * A PostgreSQL cluster under CloudNativePG that lives by the clock: it writes, archives, is backed up, and suffers what its traits and its store
 * make it suffer. Only what an operator would write is seen in Kubernetes; the rest is metrics.
 *
 * @public
 */
export class SimulatedDatabase extends DatabaseSettings {
  readonly uid: string;
  readonly createdAt: Date;
  readonly archiver: SimulatedArchiver;
  readonly backups: SimulatedBackups;
  readonly #usedAt: Date;
  readonly #instances: SimulatedInstances;
  #traits: DatabaseTraits;
  #store: SimulatedStore;
  #schedules: readonly SimulatedSchedule[];
  #readySince: Date;
  #fencedSince?: Date;
  #hibernatedSince?: Date;
  #fullSince?: Date;
  #unfencedAt?: Date;
  #primary: SimulatedInstance;
  #primarySince: Date;
  #targetPrimarySince: Date;
  #timeline: number;
  #failover?: SimulatedFailover;

  /**
   * @param options - `created`: uid and time of a Cluster that was just made, and of which nothing is there yet; without it the database has been
   *   there for long · `schedules`: its standing orders, where they are not those of its traits
   */
  constructor(options: {
    traits: DatabaseTraits;
    store: SimulatedStore;
    nodes: readonly SimulatedNode[];
    now: Date;
    created?: { uid: string; at: Date };
    schedules?: readonly ScheduleTraits[];
  }) {
    super();
    const { traits, store, nodes, now, created } = options;
    const { cluster, namespace, name, restoredFrom } = traits;
    this.#traits = traits;
    this.#store = store;
    this.uid = created?.uid ?? seededUid(cluster, namespace, name);
    const seed = parseInt(this.uid.slice(0, 6), 16);
    const age = restoredFrom?.hoursAgo ?? traits.ageHours ?? 24 * 200;
    this.createdAt = created?.at ?? new Date(now.getTime() - age * HOUR);
    this.#targetPrimarySince = this.createdAt;
    // A restore takes the time that its size asks for.
    const startSeconds = restoredFrom ? 60 + this.volumeGiB * 4 : 40;
    this.#primarySince = new Date(
      this.createdAt.getTime() + startSeconds * SECOND,
    );
    this.#readySince = new Date(this.#primarySince.getTime() + 7 * SECOND);
    this.#timeline = restoredFrom ? 2 : 1;
    this.#instances = new SimulatedInstances(traits, {
      nodes,
      firstNode: seed,
      now,
      canStart: this.hasVolumes,
      ...(!created && {
        since: {
          createdAt: this.createdAt,
          startedAt: this.#primarySince,
          readySince: this.#readySince,
        },
      }),
    });
    this.#primary = this.#instances.all[0];
    if (created) {
      this.#primarySince = this.#primary.startedAt;
      this.#readySince = this.createdAt;
    }
    if (traits.fenced) this.#fencedSince = new Date(now.getTime() - 3 * HOUR);
    if (traits.hibernated && !created) {
      this.#hibernatedSince = restoredFrom
        ? new Date(this.#readySince.getTime() + HOUR)
        : new Date(now.getTime() - 18 * HOUR);
    }
    if (traits.phase) this.#readySince = new Date(now.getTime() - 5 * HOUR);
    this.#schedules = this.#order(options.schedules ?? ordersOf(traits), {
      createdAt: this.createdAt,
      now,
    });
    this.#usedAt = now;
    this.archiver = new SimulatedArchiver({
      traits,
      store,
      seed,
      isTaken: !this.#ownsArchive && created !== undefined,
      firstAt: created ? this.#primary.readySince : this.#readySince,
      now,
    });
    this.backups = new SimulatedBackups(this, now);
  }

  /** When it was first looked at. */
  get simulatedSince(): Date {
    return this.#usedAt;
  }

  get traits(): DatabaseTraits {
    return this.#traits;
  }

  get store(): SimulatedStore {
    return this.#store;
  }

  get schedules(): readonly SimulatedSchedule[] {
    return this.#schedules;
  }

  /** Those whose volumes have been asked for. */
  get instances(): readonly SimulatedInstance[] {
    return this.#instances.present;
  }

  get primary(): string {
    return this.#primary.name;
  }

  get primarySince(): Date {
    return this.#primarySince;
  }

  get targetPrimary(): string {
    return this.#failover?.stage === 'promoting'
      ? this.#failover.to
      : this.primary;
  }

  get targetPrimarySince(): Date {
    return this.#targetPrimarySince;
  }

  get timeline(): number {
    return this.#timeline;
  }

  /** What the operator says it is doing. */
  get phase(): Phase {
    const { traits } = this;
    if (traits.restoreFailed) return failedRestore(this.primary);
    if (this.#fullSince) return volumeFull;
    return (
      this.#failover?.phase ?? startingPhase(this) ?? traits.phase ?? healthy
    );
  }

  /** Since when the condition `Ready` has been what it is. */
  get readySince(): Date {
    return this.#readySince;
  }

  /** Since when the instances have, or have not, told the operator about their PostgreSQL. */
  get reportsSince(): Date {
    return (
      this.stoppedSince ??
      this.hibernatedSince ??
      this.#unfencedAt ??
      this.#readySince
    );
  }

  /** Since when it sleeps on its volumes; it is asked to as soon as its traits say so, and does when all is well. */
  get hibernatedSince(): Date | undefined {
    return this.#hibernatedSince;
  }

  get fencedSince(): Date | undefined {
    return this.#fencedSince;
  }

  /** Since when PostgreSQL stands still in pods that stay: behind a fence, or for want of space. */
  get stoppedSince(): Date | undefined {
    return this.#fencedSince ?? this.#fullSince;
  }

  /** Whether the primary has taken connections since the database was made. */
  get hasStarted(): boolean {
    return !this.isInitializing && this.#instances.isUp(this.#primary);
  }

  /** Whether PostgreSQL has not begun to run anywhere yet. */
  get isInitializing(): boolean {
    return this.initializingInstances.some(({ name }) => name === this.primary);
  }

  /** The instances whose data directory is being made: by initdb, by a restore, or as a copy of the primary's. */
  get initializingInstances(): readonly SimulatedInstance[] {
    return this.traits.restoreFailed
      ? this.instances
      : this.#instances.initializing;
  }

  /** How many instances there shall be. */
  get wantedInstances(): number {
    return this.#instances.all.length;
  }

  /** The instances that have a pod. */
  get runningInstances(): readonly SimulatedInstance[] {
    if (this.#hibernatedSince || this.traits.restoreFailed) return [];
    const { stage, from } = this.#failover ?? {};
    const gone = stage === 'rejoining' ? undefined : from;
    return this.#instances.started.filter(({ name }) => name !== gone);
  }

  /** Those in which PostgreSQL takes connections. */
  get readyInstances(): readonly SimulatedInstance[] {
    if (this.stoppedSince) return [];
    return this.runningInstances.filter(
      instance =>
        instance.name !== this.#failover?.from &&
        this.#instances.isUp(instance),
    );
  }

  /** Whether the primary takes writes. */
  get serves(): boolean {
    return this.readyInstances.some(({ name }) => name === this.primary);
  }

  /** Share of the data volume in use at a moment, at most 1. */
  usedShare(now: Date): number {
    const { used = 0.35, usedPerHour = 0 } = this.traits;
    const hours = (now.getTime() - this.#usedAt.getTime()) / HOUR;
    return Math.min(used + hours * usedPerHour, 1);
  }

  /**
   * The primary is lost, and the next instance takes over.
   *
   * @throws InputError where no instance could
   */
  failOver(now: Date): void {
    this.#instances.tick(now);
    if (this.#failover) {
      throw new InputError(`${this.name} is failing over already`);
    }
    const next = this.readyInstances.find(({ name }) => name !== this.primary);
    if (!next) {
      throw new InputError(
        `${this.name} has no other ready instance that could become primary`,
      );
    }
    this.#failover = new SimulatedFailover({
      from: this.primary,
      to: next.name,
      startedAt: now,
    });
  }

  /** PostgreSQL stops on all instances, their pods stay. */
  fence(now: Date): void {
    this.#fencedSince ??= now;
  }

  unfence(now: Date): void {
    if (!this.#fencedSince) return;
    this.#instances.tick(now);
    this.#fencedSince = undefined;
    this.#unfencedAt = now;
    for (const instance of this.#instances.all) instance.readySince = now;
  }

  /**
   * Makes it what its objects say now. New instances join one after the other, those that are too many go, and volumes grow at once.
   *
   * @returns the instances that are gone
   */
  reconfigure(
    options: {
      traits: DatabaseTraits;
      store: SimulatedStore;
      schedules: readonly ScheduleTraits[];
    },
    now: Date,
  ): readonly SimulatedInstance[] {
    const { traits, store } = options;
    const { phase } = this;
    this.#traits = traits;
    this.#store = store;
    this.archiver.reconfigure({ traits, store });
    this.#schedules = this.#order(options.schedules, { createdAt: now, now });
    const gone = this.#instances.resize(traits, {
      primary: this.primary,
      now,
      canStart: this.hasVolumes,
    });
    this.#hibernate(now);
    if (this.phase.name !== phase.name) this.#readySince = now;
    return gone;
  }

  /** Lets the time pass until now. Returns whether anything changed that an operator would write down. */
  tick(now: Date): boolean {
    const changes = [
      this.#start(now),
      this.#hibernate(now),
      this.#fill(now),
      this.#failOn(now),
      this.serves && this.archiver.tick(now),
      this.backups.tick(now),
    ];
    return changes.includes(true);
  }

  /** The operator writes down every volume, pod and first report of an instance that comes. */
  #start(now: Date): boolean {
    const { phase } = this;
    const moved = this.#instances.tick(now);
    if (this.phase.name !== phase.name) this.#readySince = now;
    return moved;
  }

  /** Falls asleep where all is well (`EnrichStatus` in `pkg/reconciler/hibernation/status.go` of the operator), and wakes at once. */
  #hibernate(now: Date): boolean {
    const { hibernated = false } = this.traits;
    if (hibernated === (this.#hibernatedSince !== undefined)) return false;
    if (hibernated) {
      if (this.phase.name !== healthy.name) return false;
      this.#hibernatedSince = now;
      return true;
    }
    this.#hibernatedSince = undefined;
    this.#unfencedAt = now;
    for (const instance of this.#instances.all) instance.readySince = now;
    return true;
  }

  /** Whether the archive at its path is its own; without the plugin nobody looks. */
  get #ownsArchive(): boolean {
    const { annotations = {} } = this.traits;
    if (!this.usesPlugin) return true;
    const path = `${this.destinationPath.replace(/\/+$/, '')}/${
      this.serverName
    }`;
    const isOwn = this.store.claimArchive(path, this.uid);
    return (
      isOwn || annotations['cnpg.io/skipEmptyWalArchiveCheck'] === 'enabled'
    );
  }

  /** A standing order that stays the same keeps where it stands. */
  #order(
    orders: readonly ScheduleTraits[],
    times: { createdAt: Date; now: Date },
  ): readonly SimulatedSchedule[] {
    const known = this.#schedules ?? [];
    return orders.map(
      traits =>
        known.find(schedule => schedule.isOf(traits)) ??
        new SimulatedSchedule({
          database: this.name,
          traits,
          ...times,
        }),
    );
  }

  #fill(now: Date): boolean {
    if (this.#fullSince || this.usedShare(now) < 1) return false;
    this.#fullSince = now;
    this.#readySince = now;
    return true;
  }

  #failOn(now: Date): boolean {
    const failover = this.#failover;
    if (!failover?.tick(now)) return false;
    if (failover.stage === 'electing') this.#readySince = now;
    if (failover.stage === 'promoting') this.#targetPrimarySince = now;
    if (failover.promoted && this.primary === failover.from) {
      this.#promote(failover, now);
    }
    if (failover.stage === undefined) {
      this.#failover = undefined;
      this.#readySince = now;
    }
    return true;
  }

  #promote({ from, to }: SimulatedFailover, now: Date): void {
    for (const instance of this.#instances.all) {
      if (instance.name === to) this.#primary = instance;
      if (instance.name === from) {
        instance.startedAt = now;
        instance.readySince = now;
      }
    }
    this.#primarySince = now;
    this.#timeline += 1;
  }
}

/** The standing orders that a description means. */
function ordersOf({ schedule }: DatabaseTraits): readonly ScheduleTraits[] {
  if (schedule === 'none') return [];
  return [schedule ?? { expression: '0 0 2 * * *' }];
}
