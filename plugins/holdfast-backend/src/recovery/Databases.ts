import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ClusterState,
  DatabaseConnection,
  DatabaseDeletion,
  DatabaseDetail,
  DatabasePage,
  DatabaseProtection,
  FleetSummary,
  HistoryPage,
  RecoveryPointPage,
} from '@holdfast/plugin-holdfast-common';
import { DatabaseFilter } from './DatabaseFilter';
import { DatabaseOrder } from './DatabaseOrder';

/**
 * Who asks.
 */
export interface RequestOptions {
  credentials: BackstageCredentials;
}

/**
 * Which databases to list, and how.
 */
export interface ListDatabasesRequest {
  filter?: DatabaseFilter;
  /** Clusters that the caller named, so that a slip is told from an empty cluster. */
  clusters?: readonly string[];
  order: DatabaseOrder;
  limit: number;
  cursor?: string;
}

/**
 * What can be asked about databases.
 */
export interface Databases {
  /**
   * @throws InputError when the cursor was made for another filter or order, NotFoundError when there is no cluster of a name.
   */
  list(
    request: ListDatabasesRequest,
    options: RequestOptions,
  ): Promise<DatabasePage>;

  /** @throws NotFoundError when there is no database of that id. */
  get(id: string, options: RequestOptions): Promise<DatabaseDetail>;

  /**
   * What a database can be restored from, newest first.
   *
   * @throws NotFoundError when there is no database of that id.
   */
  listRecoveryPoints(
    request: { id: string; limit: number; cursor?: string },
    options: RequestOptions,
  ): Promise<RecoveryPointPage>;

  /**
   * How to connect to a database, with Secrets by name.
   *
   * @throws NotFoundError when there is no database of that id.
   */
  getConnection(
    id: string,
    options: RequestOptions,
  ): Promise<DatabaseConnection>;

  /**
   * What changed of a database and when, newest first, and for how long it attained its objectives.
   *
   * @throws NotFoundError when there is no database of that id.
   */
  getHistory(
    request: { id: string; limit: number; cursor?: string },
    options: RequestOptions,
  ): Promise<HistoryPage>;

  /**
   * What becomes of a database and its backups when it leaves Git or is deleted.
   *
   * @throws NotFoundError when there is no database of that id.
   */
  getDeletion(id: string, options: RequestOptions): Promise<DatabaseDeletion>;

  /**
   * What each backup did with the volumes of a database, what a server in memory writes to disk, and which drills restore it.
   *
   * @throws NotFoundError when there is no database of that id.
   */
  getProtection(
    id: string,
    options: RequestOptions,
  ): Promise<DatabaseProtection>;

  summarise(
    request: { filter?: DatabaseFilter },
    options: RequestOptions,
  ): Promise<FleetSummary>;

  /** How fresh each cluster is, with the number of databases that a filter means. */
  listClusters(
    request: { filter?: DatabaseFilter },
    options: RequestOptions,
  ): Promise<ClusterState[]>;
}
