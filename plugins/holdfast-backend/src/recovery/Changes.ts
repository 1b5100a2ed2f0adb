import { ChangePage, InventoryPage } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { listInventory } from '../database/operations/databases/listInventory';
import { listJudgedClusters } from '../database/operations/databases/listJudgedClusters';
import { Inventory } from '../inventory/Inventory';
import { decodeCursor, encodeCursor } from './PageCursor';

/**
 * What whoever keeps a copy of the databases needs: all there is, and what changed since.
 */
export class Changes {
  readonly #knex: Knex;
  readonly #inventory: Pick<Inventory, 'changesAfter' | 'newestSeq'>;
  readonly #clusters: readonly string[];

  /**
   * @param options - `clusters` are the names of all that are configured
   */
  static create(options: {
    knex: Knex;
    inventory: Pick<Inventory, 'changesAfter' | 'newestSeq'>;
    clusters: readonly string[];
  }): Changes {
    return new Changes(options);
  }

  private constructor(options: Parameters<typeof Changes.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#clusters = options.clusters;
  }

  /** Changes behind a number, of each database the newest. */
  async listChanges(request: {
    after: number;
    limit: number;
  }): Promise<ChangePage> {
    const { changes, upTo, gap } = await this.#inventory.changesAfter({
      stream: 'verdict',
      ...request,
    });
    const newest = new Map(changes.map(change => [change.key, change]));
    return {
      items: Array.from(newest.values())
        .sort((a, b) => a.seq - b.seq)
        .map(({ seq, key, deleted }) => ({ seq, id: key, deleted })),
      next: upTo,
      ...(gap && { reset: true }),
    };
  }

  /** All databases, or some, a page at a time. */
  async listInventory(request: {
    ids?: readonly string[];
    limit: number;
    cursor?: string;
  }): Promise<InventoryPage> {
    const { ids, limit, cursor } = request;
    const question = { ids };
    // Read first: a change that comes after it may be in the page already, and is then told once more.
    const seq = await this.#inventory.newestSeq();
    const complete = await this.#isComplete();
    const items = await listInventory(this.#knex, {
      ids,
      after:
        cursor === undefined ? undefined : decodeCursor(cursor, question).id,
      limit: limit + 1,
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page,
      pageInfo:
        last && items.length > limit
          ? { nextCursor: encodeCursor({ after: '', id: last.id }, question) }
          : {},
      seq,
      complete,
    };
  }

  async #isComplete(): Promise<boolean> {
    const judged = await listJudgedClusters(this.#knex);
    // Without any cluster nothing can be said of what is missing.
    return (
      this.#clusters.length > 0 &&
      this.#clusters.every(cluster => judged.has(cluster))
    );
  }
}
