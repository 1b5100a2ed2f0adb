import { InputError } from '@backstage/errors';
import { seededUid } from '../kubernetes/seededUid';
import { DatabaseTraits } from './DatabaseTraits';
import { failedRestore, healthy, Phase, volumeFull } from './phase';
import { SimulatedArchiver } from './SimulatedArchiver';
import { SimulatedBackups } from './SimulatedBackups';
import { SimulatedFailover } from './SimulatedFailover';
import { placeInstances, SimulatedInstance } from './SimulatedInstance';
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
export class SimulatedDatabase {
  readonly traits: DatabaseTraits;
  readonly store: SimulatedStore;
  readonly uid: string;
  readonly createdAt: Date;
  readonly instances: readonly SimulatedInstance[];
  readonly archiver: SimulatedArchiver;
  readonly schedule?: SimulatedSchedule;
  readonly backups: SimulatedBackups;
  readonly hibernatedSince?: Date;
  readonly #usedAt: Date;
  #readySince: Date;
  #fencedSince?: Date;
  #fullSince?: Date;
  #unfencedAt?: Date;
  #primary: SimulatedInstance;
  #primarySince: Date;
  #targetPrimarySince: Date;
  #timeline: number;
  #failover?: SimulatedFailover;

  constructor(options: {
    traits: DatabaseTraits;
    store: SimulatedStore;
    nodes: readonly SimulatedNode[];
    now: Date;
  }) {
    const { traits, store, nodes, now } = options;
    const { cluster, namespace, name, restoredFrom } = traits;
    this.traits = traits;
    this.store = store;
    this.uid = seededUid(cluster, namespace, name);
    const seed = parseInt(this.uid.slice(0, 6), 16);
    const age = restoredFrom?.hoursAgo ?? traits.ageHours ?? 24 * 200;
    this.createdAt = new Date(now.getTime() - age * HOUR);
    this.#targetPrimarySince = this.createdAt;
    // A restore takes the time that its size asks for.
    const startSeconds = restoredFrom ? 60 + this.volumeGiB * 4 : 40;
    this.#primarySince = new Date(
      this.createdAt.getTime() + startSeconds * SECOND,
    );
    this.#readySince = new Date(this.#primarySince.getTime() + 7 * SECOND);
    this.#timeline = restoredFrom ? 2 : 1;
    this.instances = placeInstances(traits, {
      nodes: traits.oneNode ? nodes.slice(0, 1) : nodes,
      firstNode: seed,
      startedAt: this.#primarySince,
      readySince: this.#readySince,
    });
    this.#primary = this.instances[0];
    if (traits.fenced) this.#fencedSince = new Date(now.getTime() - 3 * HOUR);
    if (traits.hibernated) {
      this.hibernatedSince = restoredFrom
        ? new Date(this.#readySince.getTime() + HOUR)
        : new Date(now.getTime() - 18 * HOUR);
    }
    if (traits.phase) this.#readySince = new Date(now.getTime() - 5 * HOUR);
    if (traits.schedule !== 'none') {
      this.schedule = new SimulatedSchedule({
        database: name,
        traits: traits.schedule ?? { expression: '0 0 2 * * *' },
        createdAt: this.createdAt,
        now,
      });
    }
    this.#usedAt = now;
    this.archiver = new SimulatedArchiver({
      traits,
      store,
      seed,
      firstAt: this.#readySince,
      now,
    });
    this.backups = new SimulatedBackups(this, now);
  }

  get name(): string {
    return this.traits.name;
  }

  get namespace(): string {
    return this.traits.namespace;
  }

  get image(): string {
    return `ghcr.io/cloudnative-pg/postgresql:${
      this.traits.postgresql ?? '17.5'
    }`;
  }

  get majorVersion(): number {
    return Number.parseInt(this.traits.postgresql ?? '17', 10);
  }

  get volumeGiB(): number {
    return this.traits.volumeGiB ?? 40;
  }

  get storageClass(): string {
    return this.traits.storageClass ?? 'ssd';
  }

  get retentionDays(): number {
    return Number.parseInt(this.traits.retention ?? '30', 10);
  }

  get serverName(): string {
    return this.traits.serverName ?? this.name;
  }

  get usesPlugin(): boolean {
    const { archiver = 'plugin' } = this.traits;
    return archiver === 'plugin' || archiver === 'skipped';
  }

  get destinationPath(): string {
    return `s3://${this.store.bucket}/${this.namespace}/`;
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
    return this.#failover?.phase ?? traits.phase ?? healthy;
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

  get fencedSince(): Date | undefined {
    return this.#fencedSince;
  }

  /** Since when PostgreSQL stands still in pods that stay: behind a fence, or for want of space. */
  get stoppedSince(): Date | undefined {
    return this.#fencedSince ?? this.#fullSince;
  }

  /** The instances that have a pod. */
  get runningInstances(): readonly SimulatedInstance[] {
    const { hibernated, restoreFailed } = this.traits;
    if (hibernated || restoreFailed) return [];
    const { stage, from } = this.#failover ?? {};
    const gone = stage === 'rejoining' ? undefined : from;
    return this.instances.filter(({ name }) => name !== gone);
  }

  /** Those in which PostgreSQL takes connections. */
  get readyInstances(): readonly SimulatedInstance[] {
    if (this.stoppedSince) return [];
    return this.runningInstances.filter(
      ({ name }) => name !== this.#failover?.from,
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
    this.#fencedSince = undefined;
    this.#unfencedAt = now;
    for (const instance of this.instances) instance.readySince = now;
  }

  /** Lets the time pass until now. Returns whether anything changed that an operator would write down. */
  tick(now: Date): boolean {
    const changes = [
      this.#fill(now),
      this.#failOn(now),
      this.serves && this.archiver.tick(now),
      this.backups.tick(now),
    ];
    return changes.includes(true);
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
    for (const instance of this.instances) {
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
