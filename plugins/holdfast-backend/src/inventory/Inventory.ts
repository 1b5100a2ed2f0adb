import { Instant, MissingFacts } from '@holdfast/plugin-holdfast-common';
import { Fact, FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { Lease } from '../sync/leases/Lease';
import { ClusterContact, ClusterState, ResourceState } from './ClusterState';

/**
 * A fact on its way into the inventory: what it is found by, and the whole as JSON.
 *
 * @alpha
 */
export interface HashedFact
  extends Pick<Fact, 'key' | 'subjects' | 'needs' | 'collects'> {
  /** The {@link @holdfast/plugin-holdfast-node#Fact} as JSON. */
  body: string;
  /** Of the body; another hash means that the fact changed. */
  hash: string;
  /** The writer knows that there is no fact of this key, so that none has to be looked for. */
  isNew?: boolean;
}

/**
 * What a reader is told about: facts as the sync writes them, or what another part of Holdfast made of them.
 *
 * @alpha
 */
export type ChangeStream = 'fact' | 'verdict';

/**
 * One thing that changed. What it looks like now has to be read.
 *
 * @alpha
 */
export interface Change {
  /** Grows with every change, in the order in which changes become visible. */
  seq: number;
  cluster: string;
  /** In the fact stream the key of the fact. */
  key: string;
  /** Kind with its group. */
  kind: string;
  /** What the thing is about, and what it was about before. */
  subjects: FactKey[];
  deleted: boolean;
}

/**
 * A stretch of a stream. What changed several times in it is told of once.
 *
 * @alpha
 */
export interface ChangeBatch {
  changes: Change[];
  /** Where this stretch begins: the reader's cursor. */
  after: number;
  /** Where it ends: what to commit once everything in it is dealt with. */
  upTo: number;
  /**
   * The reader stayed away for longer than changes are kept, so that deletions are missing here: it has to compare all it has
   * with all there is.
   */
  gap: boolean;
}

/**
 * A database's own fact and all that is to be read with it.
 *
 * @alpha
 */
export interface RelatedFacts {
  cluster: string;
  root: Fact;
  /** Facts about the root, about what it collects, and whatever these need, by kind with group. The root is not among them. */
  related: ReadonlyMap<string, readonly Fact[]>;
  /** Any of the facts above by key. */
  find(key: FactKey): Fact | undefined;
}

/**
 * One database among the facts.
 *
 * @alpha
 */
export interface Root {
  cluster: string;
  key: FactKey;
}

/**
 * Changes of one kind in one cluster, and who writes them.
 *
 * @alpha
 */
export interface WriteFactsOptions {
  /** The writer's right to write for this cluster. */
  lease: Lease;
  cluster: string;
  /** Kind with its group. */
  kind: string;
  upserts: readonly HashedFact[];
  deletedKeys: readonly FactKey[];
  /** Stored in the same transaction, so that a resource version never runs ahead of the facts. */
  state?: ResourceState;
}

/**
 * All that is known from the clusters. It lives in the database; any replica reads it, one writes per cluster.
 *
 * @alpha
 */
export interface Inventory {
  /**
   * Writes facts of one kind and numbers the changes.
   *
   * @throws ConflictError when the lease has passed to another writer; nothing is written then.
   */
  writeFacts(options: WriteFactsOptions): Promise<void>;

  /**
   * Stores whether a cluster can be reached.
   *
   * @throws ConflictError when the lease has passed to another writer.
   */
  writeContact(options: {
    lease: Lease;
    cluster: string;
    contact: ClusterContact;
  }): Promise<void>;

  /** The hashes of a kind's facts by key, to go on where another writer stopped. */
  loadHashes(options: {
    cluster: string;
    kind: string;
  }): Promise<Map<FactKey, string>>;

  /**
   * Deletes all facts of a kind and the state of its sync.
   *
   * @throws ConflictError when the lease has passed to another writer.
   */
  forgetKind(options: {
    lease: Lease;
    cluster: string;
    kind: string;
  }): Promise<void>;

  /**
   * Deletes the contact with a cluster, whose kinds have been forgotten before.
   *
   * @throws ConflictError when the lease has passed to another writer.
   */
  forgetCluster(options: { lease: Lease; cluster: string }): Promise<void>;

  /**
   * Reads on in a stream, behind the reader's stored cursor. A reader of facts that has none is told of every fact there is; one of
   * another stream begins with a gap.
   */
  readChanges(options: {
    reader: string;
    stream: ChangeStream;
    limit: number;
  }): Promise<ChangeBatch>;

  /**
   * Reads on behind a number that the caller keeps. There is a gap, too, when the number is higher than any that was given out: it
   * is of another database.
   */
  changesAfter(options: {
    stream: ChangeStream;
    after: number;
    limit: number;
  }): Promise<ChangeBatch>;

  /** The number of the latest change of all streams. */
  newestSeq(): Promise<number>;

  /**
   * Moves a reader's cursor, best in the transaction that stores what the reader made of the changes.
   *
   * @throws ConflictError when another replica has moved it meanwhile.
   */
  commitCursor(options: {
    reader: string;
    stream: ChangeStream;
    after: number;
    upTo: number;
    transaction?: Knex.Transaction;
  }): Promise<void>;

  /**
   * Numbers changes of another stream, in the transaction that makes them. Readers are woken when it commits.
   */
  appendChanges(
    transaction: Knex.Transaction,
    options: { stream: ChangeStream; changes: Array<Omit<Change, 'seq'>> },
  ): Promise<void>;

  /**
   * Calls back soon after changes of a stream were committed by this process. Only a nudge: changes of other replicas are found
   * by reading. Returns what ends the subscription.
   */
  subscribe(stream: ChangeStream, listener: () => void): () => void;

  /** Everything about some databases of one cluster, in few queries. Those that do not exist are left out. */
  factsAbout(options: {
    cluster: string;
    roots: readonly FactKey[];
  }): Promise<Map<FactKey, RelatedFacts>>;

  /**
   * Which databases have to be judged anew after changes of facts, including those that are gone: the ones that the facts are
   * about, and for shared things such as a store or a storage class whoever needs them.
   */
  rootsAffectedBy(changes: readonly Change[]): Promise<Root[]>;

  /** All databases in the order of cluster and key, a page at a time. */
  listRoots(options: { after?: Root; limit: number }): Promise<Root[]>;

  /** The watched kinds that could not be read in a cluster, and why. */
  unread(cluster: string): Promise<UnreadKind[]>;

  /** Contact and state of sync of every cluster that is configured, or was while its facts are still kept. */
  clusterStates(): Promise<ClusterState[]>;

  /**
   * Deletes records of changes that are older than the given moment, and those of facts that every reader has passed. Other streams
   * may have readers that keep their cursor themselves.
   */
  pruneChanges(options: { before: Instant }): Promise<number>;
}

/**
 * A kind that was not or not completely read.
 *
 * @alpha
 */
export type UnreadKind = Pick<MissingFacts, 'kind' | 'reason' | 'message'>;
