import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  ClusterEntry,
  ClusterState,
  DatabaseInventory,
  KubernetesConnection,
  LeaseKeeper,
  migrationsDirectory,
  readClusters,
  ResourceState,
  SyncService,
} from '@holdfast/plugin-holdfast-backend/testUtils';
import { Engines, qualifiedKind } from '@holdfast/plugin-holdfast-node';
import knexFactory, { Knex } from 'knex';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiTarget, kubeconfigOf } from '../targets/ApiTarget';

/** What the target is called as a cluster. */
const CLUSTER = 'target';

export interface SyncOptions {
  /** As whom; the account that may read what Holdfast reads, unless said otherwise. */
  who?: 'admin' | 'reader';
  /** Puts something between the sync and the target. */
  through?: (connection: KubernetesConnection) => KubernetesConnection;
}

/**
 * The sync of the backend with one target as its only cluster, by a kubeconfig as a user would give it, over a database of its own. It
 * can be ended and begun again, as a replica that is replaced.
 */
export class SyncUnderTest {
  readonly knex: Knex;
  readonly #target: ApiTarget;
  readonly #engines: Engines;
  readonly #folder: string;
  #service?: SyncService;

  static async create(options: {
    target: ApiTarget;
    engines: Engines;
  }): Promise<SyncUnderTest> {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await knex.migrate.latest({ directory: migrationsDirectory });
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-sync-'));
    return new SyncUnderTest({ ...options, knex, folder });
  }

  private constructor(options: {
    target: ApiTarget;
    engines: Engines;
    knex: Knex;
    folder: string;
  }) {
    this.#target = options.target;
    this.#engines = options.engines;
    this.#folder = options.folder;
    this.knex = options.knex;
  }

  /** Begins, or begins again. */
  async begin(options: SyncOptions = {}): Promise<void> {
    const { knex } = this;
    const logger = mockServices.logger.mock();
    const engines = this.#engines;
    const clusters = await this.#readClusters(options);
    this.#service = SyncService.create({
      clusters,
      engines,
      logger,
      leases: LeaseKeeper.create({ knex, holder: 'test', logger }),
      inventory: DatabaseInventory.create({
        knex,
        rootKinds: engines.databaseKinds,
        kinds: engines.resources.map(qualifiedKind),
      }),
    });
    await this.#service.start();
  }

  async end(): Promise<void> {
    await this.#service?.stop();
    this.#service = undefined;
  }

  async dispose(): Promise<void> {
    await this.end();
    await this.knex.destroy();
    await rm(this.#folder, { recursive: true });
  }

  /** The names of the facts of a kind in a namespace. */
  async namesOf(kind: string, namespace: string): Promise<string[]> {
    const rows: Array<{ key: string }> = await this.knex('facts')
      .where({ cluster: CLUSTER, kind })
      .select('key');
    const prefix = `${kind}/${namespace}/`;
    return rows
      .map(({ key }) => key)
      .filter(key => key.startsWith(prefix))
      .map(key => key.slice(prefix.length))
      .sort();
  }

  /** What is kept of one object. */
  async dataOf(
    kind: string,
    namespace: string,
    name: string,
  ): Promise<Record<string, unknown> | undefined> {
    const row: { body: string } | undefined = await this.knex('facts')
      .where({ cluster: CLUSTER, key: `${kind}/${namespace}/${name}` })
      .first('body');
    return row && JSON.parse(row.body).data;
  }

  /** How many facts were ever deleted. */
  async countDeletions(): Promise<number> {
    const rows: unknown[] = await this.knex('changes').where({ deleted: true });
    return rows.length;
  }

  async clusterState(): Promise<ClusterState> {
    const inventory = DatabaseInventory.create({
      knex: this.knex,
      rootKinds: [],
      kinds: [],
    });
    const [state] = await inventory.clusterStates();
    if (!state) {
      throw new Error('nothing is known about the cluster yet');
    }
    return state;
  }

  /** Where the sync of one kind stands. */
  async stateOf(kind: string): Promise<ResourceState> {
    const { resources } = await this.clusterState();
    const state = resources.find(resource => resource.kind === kind);
    if (!state) {
      throw new Error(`nothing is known about ${kind} yet`);
    }
    return state;
  }

  async #readClusters(options: SyncOptions): Promise<ClusterEntry[]> {
    const { who, through } = options;
    const file = join(this.#folder, 'kubeconfig');
    await writeFile(
      file,
      kubeconfigOf(this.#target, { who, cluster: CLUSTER }),
    );
    return readClusters({
      config: new ConfigReader({ holdfast: { kubeconfig: { file } } }),
      logger: mockServices.logger.mock(),
    }).map(entry =>
      'connection' in entry && through
        ? { ...entry, connection: through(entry.connection) }
        : entry,
    );
  }
}
