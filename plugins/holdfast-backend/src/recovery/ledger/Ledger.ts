import {
  RestoreEntry,
  RestorePage,
  RestoreReport,
} from '@holdfast/plugin-holdfast-common';
import { RequestOptions } from '../Databases';

/**
 * What can be asked of, and told to, the ledger of restores.
 */
export interface Ledger {
  /**
   * Takes a report of a restore down and has its database judged at once. The same report again changes nothing.
   *
   * @param request - `reportedBy` is the principal who says so
   * @throws NotFoundError when there is no such database, ConflictError when another restore has the id
   */
  report(
    request: { report: RestoreReport & ReportedInCluster; reportedBy: string },
    options: RequestOptions,
  ): Promise<{ entry: RestoreEntry; created: boolean }>;

  /**
   * The restores of a database, newest first, with the spread of what those took that succeeded.
   *
   * @throws NotFoundError when there is no database of that id, InputError for a cursor of another list
   */
  list(
    request: { id: string; limit: number; cursor?: string },
    options: RequestOptions,
  ): Promise<RestorePage>;
}

/** Nothing but the name of the cluster tells databases of one name apart. */
export interface ReportedInCluster {
  database: RestoreReport['database'] & { cluster: string };
}
