import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ForwardedError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  HoldfastClient,
  InventoryItem,
  InventoryPage,
} from '@holdfast/plugin-holdfast-common';
import { DiscoveredEntities, EntityDelta } from './DiscoveredEntities';

const PAGE = 500;

/** Whose entities these are, so that no other source may overwrite them. */
const locationKey = 'holdfast';

/** How soon to look again whether the inventory has become complete; a cluster that cannot be reached may keep it from that for days. */
const INCOMPLETE_RETRY_SECONDS = 60;

/**
 * Brings databases, backup arrangements and stores into the catalog: everything once on connection and once a day, otherwise only what
 * changed, in the order of Holdfast's change numbers.
 *
 * What is not listed is taken for gone only when Holdfast says that its inventory is complete; until then entities are added, never removed.
 */
export class HoldfastEntityProvider implements EntityProvider {
  readonly #client: Pick<HoldfastClient, 'listInventory' | 'listChanges'>;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #defaultOwner: string;
  readonly #reconcileEverySeconds: number;
  readonly #now: () => number;

  #connection?: EntityProviderConnection;
  #entities: DiscoveredEntities;
  #seen?: number;
  #nextReconcileAt = 0;

  constructor(options: {
    client: Pick<HoldfastClient, 'listInventory' | 'listChanges'>;
    auth: AuthService;
    logger: LoggerService;
    defaultOwner: string;
    reconcileEverySeconds: number;
    now?: () => number;
  }) {
    this.#client = options.client;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#defaultOwner = options.defaultOwner;
    this.#reconcileEverySeconds = options.reconcileEverySeconds;
    this.#now = options.now ?? Date.now;
    this.#entities = this.#none();
  }

  getProviderName(): string {
    return 'holdfast';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /**
   * Carries over what changed since the last time, or everything when it is time for that.
   *
   * @throws ForwardedError when Holdfast or the catalog does not answer; nothing is lost, the next call goes on where this one stopped
   */
  async synchronise(): Promise<void> {
    if (!this.#connection) return;
    try {
      if (this.#isReconcileDue()) {
        await this.#reconcile(this.#connection);
      } else {
        await this.#follow(this.#connection);
      }
    } catch (error) {
      throw new ForwardedError(
        'Could not bring the inventory of Holdfast into the catalog',
        error,
      );
    }
  }

  #isReconcileDue(): boolean {
    return this.#seen === undefined || this.#now() >= this.#nextReconcileAt;
  }

  /** Reads everything. A page that fails fails the whole, so that a partial list is never taken for the fleet. */
  async #reconcile(connection: EntityProviderConnection): Promise<void> {
    const { items, complete, seq } = await this.#readInventory();
    const entities = this.#none();
    const delta = entities.update({ items });
    if (complete) {
      await connection.applyMutation({
        type: 'full',
        entities: entities.all.map(deferred),
      });
    } else {
      await this.#apply(connection, { added: delta.added, removed: [] });
    }
    this.#logger.info(
      `Brought ${entities.all.length} entities for ${items.length} databases into the catalog`,
      { complete: String(complete) },
    );
    this.#entities = entities;
    this.#seen = seq;
    const pause = complete
      ? this.#reconcileEverySeconds
      : INCOMPLETE_RETRY_SECONDS;
    this.#nextReconcileAt = this.#now() + pause * 1000;
  }

  async #follow(connection: EntityProviderConnection): Promise<void> {
    for (;;) {
      const token = await this.#token();
      const { items, next, reset } = await this.#client.listChanges(
        { after: this.#seen ?? 0, limit: PAGE },
        { token },
      );
      if (reset) {
        await this.#reconcile(connection);
        return;
      }
      if (items.length === 0) return;
      const changed = items.filter(change => !change.deleted);
      const gone = items.filter(change => change.deleted);
      const inventory = changed.length
        ? await this.#client.listInventory(
            { id: changed.map(change => change.id), limit: PAGE },
            { token },
          )
        : undefined;
      const delta = this.#entities.update({
        items: inventory?.items ?? [],
        gone: gone.map(change => change.id),
      });
      await this.#applyOrForget(connection, delta);
      this.#seen = next;
      if (items.length < PAGE) return;
    }
  }

  /** The entities in memory are what the catalog has. When it refuses a delta they no longer are, so everything is read again. */
  async #applyOrForget(
    connection: EntityProviderConnection,
    delta: EntityDelta,
  ): Promise<void> {
    try {
      await this.#apply(connection, delta);
    } catch (error) {
      this.#seen = undefined;
      throw error;
    }
  }

  async #apply(
    connection: EntityProviderConnection,
    delta: EntityDelta,
  ): Promise<void> {
    const { added, removed } = delta;
    for (let at = 0; at < Math.max(added.length, removed.length); at += PAGE) {
      await connection.applyMutation({
        type: 'delta',
        added: added.slice(at, at + PAGE).map(deferred),
        removed: removed
          .slice(at, at + PAGE)
          .map(entityRef => ({ entityRef, locationKey })),
      });
    }
  }

  async #readInventory(): Promise<{
    items: InventoryItem[];
    complete: boolean;
    seq: number;
  }> {
    const items: InventoryItem[] = [];
    let first: InventoryPage | undefined;
    let cursor: string | undefined;
    do {
      const page = await this.#client.listInventory(
        { limit: PAGE, cursor },
        { token: await this.#token() },
      );
      first ??= page;
      items.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return { items, complete: first.complete, seq: first.seq };
  }

  async #token(): Promise<string> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'holdfast',
    });
    return token;
  }

  #none(): DiscoveredEntities {
    return new DiscoveredEntities({ defaultOwner: this.#defaultOwner });
  }
}

function deferred(entity: Entity) {
  return { entity, locationKey };
}
