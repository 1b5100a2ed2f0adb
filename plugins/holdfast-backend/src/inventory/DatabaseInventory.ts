import { EventEmitter } from 'node:events';
import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Instant } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { allocateSequence } from '../database/operations/changes/allocateSequence';
import { commitCursor } from '../database/operations/changes/commitCursor';
import { insertChanges } from '../database/operations/changes/insertChanges';
import { pruneChanges } from '../database/operations/changes/pruneChanges';
import { readChanges } from '../database/operations/changes/readChanges';
import { readCursor } from '../database/operations/changes/readCursor';
import { readNewestSeq } from '../database/operations/changes/readNewestSeq';
import { readPrunedUpTo } from '../database/operations/changes/readPrunedUpTo';
import { deleteClusterContact } from '../database/operations/clusters/deleteClusterContact';
import { deleteResourceState } from '../database/operations/clusters/deleteResourceState';
import { readResourceStates } from '../database/operations/clusters/readResourceStates';
import { writeClusterContact } from '../database/operations/clusters/writeClusterContact';
import { listRootKeys } from '../database/operations/facts/listRootKeys';
import { loadHashes } from '../database/operations/facts/loadHashes';
import { assertLease } from '../database/operations/leases/assertLease';
import { Lease } from '../sync/leases/Lease';
import { ClusterContact, ClusterState } from './ClusterState';
import { findAffectedRoots } from './findAffectedRoots';
import { gatherRelatedFacts } from './gatherRelatedFacts';
import {
  Change,
  ChangeBatch,
  ChangeStream,
  Inventory,
  RelatedFacts,
  Root,
  UnreadKind,
  WriteFactsOptions,
} from './Inventory';
import { readClusterStates } from './readClusterStates';
import { unreadKinds } from './unreadKinds';
import { writeFacts } from './writeFacts';

/**
 * The inventory in the plugin's own database.
 *
 * @alpha
 */
export class DatabaseInventory implements Inventory {
  readonly #knex: Knex;
  readonly #rootKinds: ReadonlySet<string>;
  readonly #kinds: readonly string[];
  readonly #wakeups = new EventEmitter().setMaxListeners(0);

  /**
   * @param options - `knex` with the tables in place, `rootKinds` the kinds with group whose objects are databases, `kinds` all that
   * are watched
   */
  static create(options: {
    knex: Knex;
    rootKinds: readonly string[];
    kinds: readonly string[];
  }): DatabaseInventory {
    return new DatabaseInventory(options);
  }

  private constructor(options: {
    knex: Knex;
    rootKinds: readonly string[];
    kinds: readonly string[];
  }) {
    this.#knex = options.knex;
    this.#rootKinds = new Set(options.rootKinds);
    this.#kinds = options.kinds;
  }

  async writeFacts(options: WriteFactsOptions): Promise<void> {
    const changed = await this.#knex.transaction(tx => writeFacts(tx, options));
    if (changed) {
      this.#wakeups.emit('fact');
    }
  }

  async writeContact(options: {
    lease: Lease;
    cluster: string;
    contact: ClusterContact;
  }): Promise<void> {
    await this.#knex.transaction(async tx => {
      await assertLease(tx, options.lease);
      await writeClusterContact(tx, options);
    });
  }

  async loadHashes(options: {
    cluster: string;
    kind: string;
  }): Promise<Map<FactKey, string>> {
    return await loadHashes(this.#knex, options);
  }

  async forgetKind(options: {
    lease: Lease;
    cluster: string;
    kind: string;
  }): Promise<void> {
    const hashes = await loadHashes(this.#knex, {
      cluster: options.cluster,
      kind: options.kind,
    });
    await this.writeFacts({
      ...options,
      upserts: [],
      deletedKeys: [...hashes.keys()],
    });
    await this.#knex.transaction(async tx => {
      await assertLease(tx, options.lease);
      await deleteResourceState(tx, options);
    });
  }

  async forgetCluster(options: {
    lease: Lease;
    cluster: string;
  }): Promise<void> {
    await this.#knex.transaction(async tx => {
      await assertLease(tx, options.lease);
      await deleteClusterContact(tx, options);
    });
  }

  async readChanges(options: {
    reader: string;
    stream: ChangeStream;
    limit: number;
  }): Promise<ChangeBatch> {
    const { reader, stream, limit } = options;
    const seq = await readCursor(this.#knex, { reader, stream });
    if (seq !== undefined) {
      return await this.changesAfter({ stream, after: seq, limit });
    }
    const changes = await readChanges(this.#knex, { stream, after: 0, limit });
    return { ...changes, after: 0, gap: stream !== 'fact' };
  }

  async changesAfter(options: {
    stream: ChangeStream;
    after: number;
    limit: number;
  }): Promise<ChangeBatch> {
    const { stream, after } = options;
    const newest = await readNewestSeq(this.#knex);
    if (after > newest) {
      return { changes: [], after, upTo: newest, gap: true };
    }
    const changes = await readChanges(this.#knex, options);
    // Read after the changes: what is forgotten meanwhile counts as a gap.
    const prunedUpTo = await readPrunedUpTo(this.#knex, stream);
    return { ...changes, after, gap: after < prunedUpTo };
  }

  async newestSeq(): Promise<number> {
    return await readNewestSeq(this.#knex);
  }

  async commitCursor(options: {
    reader: string;
    stream: ChangeStream;
    after: number;
    upTo: number;
    transaction?: Knex.Transaction;
  }): Promise<void> {
    await commitCursor(options.transaction ?? this.#knex, options);
  }

  async appendChanges(
    transaction: Knex.Transaction,
    options: { stream: ChangeStream; changes: Array<Omit<Change, 'seq'>> },
  ): Promise<void> {
    const { stream, changes } = options;
    if (!changes.length) {
      return;
    }
    const firstSeq = await allocateSequence(transaction, changes.length);
    await insertChanges(transaction, {
      stream,
      changes: changes.map((change, i) => ({ ...change, seq: firstSeq + i })),
      now: Date.now(),
    });
    transaction.executionPromise.then(
      () => this.#wakeups.emit(stream),
      // Rolled back: the changes are not there, and whoever began the transaction knows.
      () => {},
    );
  }

  subscribe(stream: ChangeStream, listener: () => void): () => void {
    this.#wakeups.on(stream, listener);
    return () => this.#wakeups.off(stream, listener);
  }

  async factsAbout(options: {
    cluster: string;
    roots: readonly FactKey[];
  }): Promise<Map<FactKey, RelatedFacts>> {
    return await gatherRelatedFacts(this.#knex, {
      ...options,
      rootKinds: this.#rootKinds,
    });
  }

  async rootsAffectedBy(changes: readonly Change[]): Promise<Root[]> {
    return await findAffectedRoots(this.#knex, {
      changes,
      rootKinds: this.#rootKinds,
    });
  }

  async listRoots(options: { after?: Root; limit: number }): Promise<Root[]> {
    return await listRootKeys(this.#knex, {
      kinds: [...this.#rootKinds],
      ...options,
    });
  }

  async unread(cluster: string): Promise<UnreadKind[]> {
    const states = await readResourceStates(this.#knex, { cluster });
    return unreadKinds({
      kinds: this.#kinds,
      states: states.get(cluster) ?? [],
    });
  }

  async clusterStates(): Promise<ClusterState[]> {
    return await readClusterStates(this.#knex, { now: Date.now() });
  }

  async pruneChanges(options: { before: Instant }): Promise<number> {
    return await this.#knex.transaction(tx =>
      pruneChanges(tx, { before: Date.parse(options.before) }),
    );
  }
}
