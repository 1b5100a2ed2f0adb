import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError, toError } from '@backstage/errors';
import {
  databaseIdOf,
  medianOf,
  Restore,
  RestoreEntry,
  restoreOf,
  RestorePage,
  RestoreReport,
} from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { markDatabases } from '../../database/operations/databases/markDatabases';
import { readDatabases } from '../../database/operations/databases/readDatabases';
import { countRestores } from '../../database/operations/restores/countRestores';
import { findRestore } from '../../database/operations/restores/findRestore';
import { insertRestore } from '../../database/operations/restores/insertRestore';
import { listRestores } from '../../database/operations/restores/listRestores';
import { readRestoreSeconds } from '../../database/operations/restores/readRestoreSeconds';
import { Describer } from '../Describer';
import { decodeCursor, encodeCursor } from '../PageCursor';
import { StoredDatabase } from '../StoredDatabase';
import { differencesOf } from './differencesOf';
import { Ledger, ReportedInCluster } from './Ledger';
import { entryOf, LedgerEntry } from './LedgerEntry';
import { restoreAnswer } from './restoreAnswer';
import { withEstimate } from './withLedger';

/**
 * Keeps restores in the database of the plugin. It checks no permissions.
 */
export class DefaultLedger implements Ledger {
  readonly #knex: Knex;
  readonly #describer: Pick<Describer, 'describe'>;
  readonly #onMarked: () => void;
  readonly #logger: LoggerService;

  /**
   * @param options - `onMarked` is called when databases have to be judged anew
   */
  static create(options: {
    knex: Knex;
    describer: Pick<Describer, 'describe'>;
    onMarked: () => void;
    logger: LoggerService;
  }): DefaultLedger {
    return new DefaultLedger(options);
  }

  private constructor(options: Parameters<typeof DefaultLedger.create>[0]) {
    this.#knex = options.knex;
    this.#describer = options.describer;
    this.#onMarked = options.onMarked;
    this.#logger = options.logger;
  }

  async report(request: {
    report: RestoreReport & ReportedInCluster;
    reportedBy: string;
  }): Promise<{ entry: RestoreEntry; created: boolean }> {
    const { report, reportedBy } = request;
    const databaseId = databaseIdOf(report.database);
    const database = await this.#read(databaseId);
    const { uid } = database.summary;
    const { cluster } = report.database;
    const restore = restoreOf(report, { cluster });
    const entry = entryOf({
      databaseId,
      // A tool that knows which object it restored is right about it.
      uid: report.database.uid ?? uid,
      restore: await this.#withEstimate(restore, database),
      recordedAt: Date.now(),
      reportedBy,
    });

    const known = await this.#knex.transaction(async tx => {
      const before = await findRestore(tx, entry);
      if (before) return before;
      if (!(await insertRestore(tx, entry)))
        return await findRestore(tx, entry);
      await markDatabases(tx, { ids: [databaseId] });
      return undefined;
    });
    if (!known) {
      this.#onMarked();
      return { entry: restoreAnswer(entry, { uid }), created: true };
    }
    refuseDifferent(known, restore);
    return { entry: restoreAnswer(known, { uid }), created: false };
  }

  async list(request: {
    id: string;
    limit: number;
    cursor?: string;
  }): Promise<RestorePage> {
    const { id: databaseId, limit, cursor } = request;
    const { uid } = (await this.#read(databaseId)).summary;
    const question = { restoresOf: databaseId };
    const place =
      cursor === undefined ? undefined : decodeCursor(cursor, question);
    const found = await listRestores(this.#knex, {
      databaseId,
      after: place && {
        startedAt: Number(place.after),
        id: Number(place.id),
      },
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1)?.position;
    const seconds = await readRestoreSeconds(this.#knex, { databaseId, uid });
    return {
      items: page.map(({ entry }) => restoreAnswer(entry, { uid })),
      totalItems: await countRestores(this.#knex, { databaseId }),
      pageInfo:
        last && found.length > limit
          ? {
              nextCursor: encodeCursor(
                { after: last.startedAt, id: String(last.id) },
                question,
              ),
            }
          : {},
      ...(seconds.length > 0 && {
        measuredRto: {
          restores: seconds.length,
          minSeconds: Math.min(...seconds),
          medianSeconds: medianOf(seconds),
          maxSeconds: Math.max(...seconds),
        },
      }),
    };
  }

  /** A report counts whether or not there is something to compare it with. */
  async #withEstimate(
    restore: Restore,
    { factKey, summary }: StoredDatabase,
  ): Promise<Restore> {
    try {
      const [described] = await this.#describer.describe({
        cluster: summary.reference.cluster,
        keys: [factKey],
      });
      return described
        ? withEstimate(restore, {
            database: described.database,
            now: new Date(),
          })
        : restore;
    } catch (error) {
      this.#logger.warn(
        `No estimate to compare a restore of ${summary.id} with`,
        toError(error),
      );
      return restore;
    }
  }

  async #read(id: string): Promise<StoredDatabase> {
    const database = (await readDatabases(this.#knex, { ids: [id] })).get(id);
    if (!database) {
      throw new NotFoundError(
        `No database "${id}"; an id has the form cluster/namespace/kind.group/name`,
      );
    }
    return database;
  }
}

/** An id names one restore for good: what it says today, it has to say tomorrow. */
function refuseDifferent(known: LedgerEntry, restore: Restore): void {
  const differences = differencesOf(known.restore, restore);
  if (!differences.length) return;
  throw new ConflictError(
    `id is "${restore.id}", under which ${
      known.reportedBy ?? 'something in the cluster'
    } has reported another restore: ${differences.join(
      ', ',
    )}. What is reported stays; give another restore another id`,
  );
}
