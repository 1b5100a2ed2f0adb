import { NotFoundError } from '@backstage/errors';
import {
  blastRadius,
  ClusterState,
  DatabaseConnection,
  DatabaseDeletion,
  DatabaseDetail,
  DatabasePage,
  DatabaseProtection,
  DatabaseSummary,
  DeletionEvent,
  FleetSummary,
  HistoryPage,
  RecoveryPointPage,
} from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { countDatabases } from '../database/operations/databases/countDatabases';
import { countDatabasesBy } from '../database/operations/databases/countDatabasesBy';
import { listDatabases } from '../database/operations/databases/listDatabases';
import { readDatabases } from '../database/operations/databases/readDatabases';
import { readMetricsStates } from '../database/operations/samples/readMetricsStates';
import { ClusterState as ClusterRecord } from '../inventory/ClusterState';
import { Inventory } from '../inventory/Inventory';
import { waiversOf } from '../waivers/waiversOf';
import { DatabaseFilter } from './DatabaseFilter';
import { Databases, ListDatabasesRequest } from './Databases';
import { DescribedDatabase, Describer } from './Describer';
import { decodeCursor, encodeCursor } from './PageCursor';
import { StoredDatabase, StoredSummary } from './StoredDatabase';
import { clusterStateOf } from './clusterStateOf';
import { contactOf } from './contactOf';
import { historyOf } from './historyOf';
import { protectionOf } from './protectionOf';
import { recoveryPointItems } from './recoveryPointItems';

/** In the order in which they are likely to happen by mistake. */
const deletionEvents: readonly DeletionEvent[] = [
  'leaves-git',
  'object-deleted',
  'claim-deleted',
  'namespace-deleted',
];

type Freshness = Pick<DatabaseSummary, 'asOf' | 'stale'>;

/**
 * Answers from what the judgements left in the database. It checks no permissions.
 */
export class DefaultDatabases implements Databases {
  readonly #knex: Knex;
  readonly #inventory: Pick<Inventory, 'clusterStates'>;
  readonly #describer: Pick<Describer, 'describe'>;

  static create(options: {
    knex: Knex;
    inventory: Pick<Inventory, 'clusterStates'>;
    describer: Pick<Describer, 'describe'>;
  }): DefaultDatabases {
    return new DefaultDatabases(options);
  }

  private constructor(options: Parameters<typeof DefaultDatabases.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#describer = options.describer;
  }

  async list(request: ListDatabasesRequest): Promise<DatabasePage> {
    const { filter, order, limit, cursor, clusters = [] } = request;
    const states = await this.#inventory.clusterStates();
    const missing = clusters.find(
      cluster => !states.some(({ name }) => name === cluster),
    );
    if (missing !== undefined) {
      throw new NotFoundError(`No cluster "${missing}" is followed`);
    }
    const question = { filter, order };
    const place =
      cursor === undefined ? undefined : decodeCursor(cursor, question);
    const found = await listDatabases(this.#knex, {
      filter,
      order,
      after: place && { value: place.after, id: place.id },
      limit: limit + 1,
    });
    const totalItems = await countDatabases(this.#knex, { filter });
    const freshness = freshnessIn(states);
    const page = found.slice(0, limit);
    const last = page.at(-1)?.position;
    return {
      items: page.map(({ summary }) => ({
        ...summary,
        ...freshness(summary),
      })),
      totalItems,
      pageInfo:
        last && found.length > limit
          ? {
              nextCursor: encodeCursor(
                { after: last.value, id: last.id },
                question,
              ),
            }
          : {},
    };
  }

  async get(id: string): Promise<DatabaseDetail> {
    const stored = await this.#read(id);
    const { summary, assessment } = stored;
    const freshness = freshnessIn(await this.#inventory.clusterStates());
    return {
      summary: { ...summary, ...freshness(summary) },
      assessment,
      waivers: await waiversOf(this.#knex, stored),
    };
  }

  async listRecoveryPoints(request: {
    id: string;
    limit: number;
    cursor?: string;
  }): Promise<RecoveryPointPage> {
    const { id, limit, cursor } = request;
    const { database } = await this.#describe(await this.#read(id));
    const question = { recoveryPointsOf: id };
    const items = recoveryPointItems(database);
    const place =
      cursor === undefined ? undefined : decodeCursor(cursor, question);
    const begin = place
      ? items.findIndex(
          ({ item, position }) =>
            position < Number(place.after) ||
            (position === place.after && item.object.name > place.id),
        )
      : 0;
    const rest = begin < 0 ? [] : items.slice(begin);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ item }) => item),
      totalItems: items.length,
      pageInfo:
        last && rest.length > limit
          ? {
              nextCursor: encodeCursor(
                { after: last.position, id: last.item.object.name },
                question,
              ),
            }
          : {},
    };
  }

  async getConnection(id: string): Promise<DatabaseConnection> {
    const stored = await this.#read(id);
    const { database } = await this.#describe(stored);
    const freshness = freshnessIn(await this.#inventory.clusterStates());
    return { connection: database.connection, ...freshness(stored.summary) };
  }

  async getHistory(request: {
    id: string;
    limit: number;
    cursor?: string;
  }): Promise<HistoryPage> {
    const { id, limit, cursor } = request;
    const { uid } = (await this.#read(id)).summary;
    const now = Date.now();
    return await historyOf(this.#knex, {
      databaseId: id,
      uid,
      limit,
      cursor,
      now,
    });
  }

  async getDeletion(id: string): Promise<DatabaseDeletion> {
    const stored = await this.#read(id);
    const { database } = await this.#describe(stored);
    return {
      items: deletionEvents.map(event => blastRadius(database, event)),
    };
  }

  async getProtection(id: string): Promise<DatabaseProtection> {
    const stored = await this.#read(id);
    const { database } = await this.#describe(stored);
    const freshness = freshnessIn(await this.#inventory.clusterStates());
    return { ...protectionOf(database), ...freshness(stored.summary) };
  }

  async summarise(request: { filter?: DatabaseFilter }): Promise<FleetSummary> {
    const { filter } = request;
    const countBy = (column: 'verdict' | 'engine' | 'cluster' | 'owner') =>
      countDatabasesBy(this.#knex, { column, filter });
    const byCluster = await countBy('cluster');
    const states = await this.#inventory.clusterStates();
    return {
      totalItems: await countDatabases(this.#knex, { filter }),
      byVerdict: await countBy('verdict'),
      byEngine: await countBy('engine'),
      byCluster,
      byOwner: await countBy('owner'),
      stale: states
        .filter(state => contactOf(state).state === 'lost')
        .reduce((sum, { name }) => sum + (byCluster[name] ?? 0), 0),
    };
  }

  async listClusters(request: {
    filter?: DatabaseFilter;
  }): Promise<ClusterState[]> {
    const counts = await countDatabasesBy(this.#knex, {
      column: 'cluster',
      filter: request.filter,
    });
    const metrics = await readMetricsStates(this.#knex);
    const states = await this.#inventory.clusterStates();
    return states
      .map(state =>
        clusterStateOf({
          state,
          databases: counts[state.name] ?? 0,
          metrics: metrics.get(state.name),
        }),
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async #describe(stored: StoredDatabase): Promise<DescribedDatabase> {
    const { factKey, summary } = stored;
    const [described] = await this.#describer.describe({
      cluster: summary.reference.cluster,
      keys: [factKey],
    });
    if (!described) {
      throw noSuchDatabase(summary.id);
    }
    return described;
  }

  async #read(id: string): Promise<StoredDatabase> {
    const database = (await readDatabases(this.#knex, { ids: [id] })).get(id);
    if (!database) {
      throw noSuchDatabase(id);
    }
    return database;
  }
}

/** Whether what is known of a database is current depends on its cluster, at the moment of asking. */
function freshnessIn(
  states: readonly ClusterRecord[],
): (summary: StoredSummary) => Freshness {
  const clusters = new Map(states.map(state => [state.name, state]));
  const now = new Date().toISOString();
  return ({ reference }) => {
    const state = clusters.get(reference.cluster);
    const contact = contactOf(state);
    return contact.state === 'lost'
      ? { asOf: contact.since, stale: true }
      : { asOf: state?.contact.lastContactAt ?? now, stale: false };
  };
}

function noSuchDatabase(id: string): NotFoundError {
  const [cluster, namespace, kind, name] = id.split('/');
  return new NotFoundError(
    name
      ? `No database "${name}" of kind "${kind}" in namespace "${namespace}" of cluster "${cluster}"`
      : `No database "${id}"; an id has the form cluster/namespace/kind.group/name`,
  );
}
