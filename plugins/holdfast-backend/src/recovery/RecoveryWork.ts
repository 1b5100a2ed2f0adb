import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { listDatabaseClusters } from '../database/operations/databases/listDatabaseClusters';
import { listDueDatabases } from '../database/operations/databases/listDueDatabases';
import { listJudgedWith } from '../database/operations/databases/listJudgedWith';
import { markDatabases } from '../database/operations/databases/markDatabases';
import { writeJudgedCluster } from '../database/operations/databases/writeJudgedCluster';
import { assertLease } from '../database/operations/leases/assertLease';
import { Inventory, Root } from '../inventory/Inventory';
import { Lease } from '../sync/leases/Lease';
import { Judge } from './Judge';
import { keepJudgement } from './keepJudgement';
import { ClusterStanding, standingOf } from './standingOf';
import { Turn } from './Turn';

/** The name under which the place among the changes of facts is kept. */
export const ASSESSMENT_READER = 'assessment';

/** How many databases are judged and stored at a time: more would make those who read meanwhile wait. */
const BATCH = 50;

/** More databases than this at once are no single change, and wait for their turn. */
const URGENT = 200;

/** How many changes of facts are read at a time. */
const CHANGES = 500;

/** How often to look at the state of the clusters, in ms. */
const CLUSTERS_INTERVAL_MS = 1000;

/** Databases of a cluster that are to be judged when there is nothing more urgent. */
interface Backlog {
  keys: Set<FactKey>;
  /** Everything that there is in the cluster is known, and judged once the backlog is empty. */
  complete: boolean;
}

/**
 * What one holder of the lease has to do: judge databases whose facts changed, that are due, or that were marked; and all of a
 * cluster when its circumstances change. It is done in small pieces, the most urgent first, so that a change shows soon while ten
 * thousand others wait.
 */
export class RecoveryWork {
  readonly #knex: Knex;
  readonly #inventory: Inventory;
  readonly #judge: Judge;
  readonly #version: string;
  readonly #lease: Lease;
  readonly #clusters = new Map<string, ClusterStanding>();
  readonly #backlog = new Map<string, Backlog>();
  readonly #turn = new Turn();
  #clustersReadAt = -Infinity;

  static create(options: {
    knex: Knex;
    inventory: Inventory;
    judge: Judge;
    version: string;
    lease: Lease;
  }): RecoveryWork {
    return new RecoveryWork(options);
  }

  private constructor(options: Parameters<typeof RecoveryWork.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#judge = options.judge;
    this.#version = options.version;
    this.#lease = options.lease;
  }

  /** Does a piece of work. True when there may be more at once. */
  async doSome(): Promise<boolean> {
    if (performance.now() - this.#clustersReadAt > CLUSTERS_INTERVAL_MS) {
      await this.#followClusters();
      this.#clustersReadAt = performance.now();
    }
    const changes = await this.#followFacts();
    if (changes === 'deferred') {
      // More of the kind may follow, and what is judged before would have to be judged again.
      return true;
    }
    const due = await this.#judgeDue();
    const backlog = await this.#judgeBacklog();
    return changes !== 'none' || due || backlog;
  }

  async #followClusters(): Promise<void> {
    const states = await this.#inventory.clusterStates();
    const isFirst = this.#clusters.size === 0;
    for (const state of states) {
      const standing = standingOf({
        state,
        unread: await this.#inventory.unread(state.name),
      });
      const former = this.#clusters.get(state.name);
      if (!former && !standing.settled) {
        continue;
      }
      this.#clusters.set(state.name, standing);
      if (former?.circumstances !== standing.circumstances) {
        await this.#fillBacklog(state.name, standing);
      }
    }
    if (isFirst) {
      const names = new Set(states.map(({ name }) => name));
      for (const cluster of await listDatabaseClusters(this.#knex)) {
        if (!names.has(cluster)) {
          await this.#fillBacklog(cluster, undefined);
        }
      }
    }
  }

  /** Everything of a cluster that was not judged as it should be now, and what is kept and no longer there. */
  async #fillBacklog(
    cluster: string,
    standing: ClusterStanding | undefined,
    options?: { all: boolean },
  ): Promise<void> {
    const judgedWith = await listJudgedWith(this.#knex, { cluster });
    const current = this.#judgedWith(cluster);
    const keys = new Set<FactKey>();
    for await (const key of this.#rootsOf(cluster)) {
      if (options?.all || judgedWith.get(key) !== current) {
        keys.add(key);
      }
      judgedWith.delete(key);
    }
    for (const key of judgedWith.keys()) {
      keys.add(key);
    }
    const complete = standing?.complete ?? false;
    this.#backlog.set(cluster, { keys, complete });
  }

  async *#rootsOf(cluster: string): AsyncGenerator<FactKey> {
    let after: Root = { cluster, key: '' };
    for (;;) {
      const page = await this.#inventory.listRoots({ after, limit: 1000 });
      for (const root of page) {
        if (root.cluster !== cluster) {
          return;
        }
        yield root.key;
        after = root;
      }
      await this.#turn.yieldWhenLong();
      if (page.length < 1000) {
        return;
      }
    }
  }

  async #followFacts(): Promise<'none' | 'judged' | 'deferred'> {
    const reader = { reader: ASSESSMENT_READER, stream: 'fact' } as const;
    const batch = await this.#inventory.readChanges({
      ...reader,
      limit: CHANGES,
    });
    if (batch.gap) {
      // Something that was deleted may have told for a database, and nobody knows which.
      for (const [cluster, standing] of this.#clusters) {
        await this.#fillBacklog(cluster, standing, { all: true });
      }
    }
    if (batch.upTo === batch.after) {
      return 'none';
    }
    const roots = await this.#inventory.rootsAffectedBy(
      // The first reading of a cluster that has not settled goes to the backlog as a whole.
      batch.changes.filter(({ cluster }) => this.#clusters.has(cluster)),
    );
    const isUrgent = roots.length <= URGENT;
    if (isUrgent) {
      await this.#judgeRoots(roots);
    } else {
      await this.#defer(roots);
    }
    // Judging twice does no harm: what counts is that nothing is left out.
    await this.#inventory.commitCursor({
      ...reader,
      after: batch.after,
      upTo: batch.upTo,
    });
    return isUrgent ? 'judged' : 'deferred';
  }

  /** Has many databases judged bit by bit, so that a single change meanwhile need not wait for all of them. */
  async #defer(roots: readonly Root[]): Promise<void> {
    for (const [cluster, factKeys] of byCluster(roots)) {
      // Marks outlive this process; what is new has no place for one yet, and would be found missing by the next process.
      await markDatabases(this.#knex, { cluster, factKeys });
      const backlog = this.#backlog.get(cluster) ?? {
        keys: new Set(),
        complete: this.#clusters.get(cluster)?.complete ?? false,
      };
      for (const key of factKeys) {
        backlog.keys.add(key);
      }
      this.#backlog.set(cluster, backlog);
      await this.#turn.yieldWhenLong();
    }
  }

  async #judgeDue(): Promise<boolean> {
    const due = await listDueDatabases(this.#knex, {
      now: Date.now(),
      limit: BATCH,
    });
    await this.#judgeRoots(due);
    return due.length > 0;
  }

  async #judgeBacklog(): Promise<boolean> {
    for (const [cluster, { keys, complete }] of this.#backlog) {
      if (keys.size) {
        await this.#judgeBatch(cluster, [...keys].slice(0, BATCH));
        return true;
      }
      if (complete) {
        await writeJudgedCluster(this.#knex, { cluster, at: Date.now() });
      }
      this.#backlog.delete(cluster);
    }
    return false;
  }

  async #judgeRoots(roots: readonly Root[]): Promise<void> {
    for (const [cluster, keys] of byCluster(roots)) {
      for (let i = 0; i < keys.length; i += BATCH) {
        await this.#judgeBatch(cluster, keys.slice(i, i + BATCH));
      }
    }
  }

  async #judgeBatch(cluster: string, keys: readonly FactKey[]): Promise<void> {
    const judgement = await this.#judge.judge({
      cluster,
      keys,
      contact: this.#clusters.get(cluster)?.contact ?? { state: 'live' },
    });
    await this.#turn.yieldWhenLong();
    await this.#knex.transaction(async tx => {
      await assertLease(tx, this.#lease);
      await keepJudgement(tx, {
        judgement,
        judgedWith: this.#judgedWith(cluster),
        inventory: this.#inventory,
      });
    });
    for (const key of keys) {
      this.#backlog.get(cluster)?.keys.delete(key);
    }
    await this.#turn.yieldWhenLong();
  }

  #judgedWith(cluster: string): string {
    return `${this.#version} ${
      this.#clusters.get(cluster)?.circumstances ?? ''
    }`;
  }
}

function byCluster(roots: readonly Root[]): Map<string, FactKey[]> {
  const clusters = new Map<string, FactKey[]>();
  for (const { cluster, key } of roots) {
    const keys = clusters.get(cluster) ?? [];
    keys.push(key);
    clusters.set(cluster, keys);
  }
  return clusters;
}
