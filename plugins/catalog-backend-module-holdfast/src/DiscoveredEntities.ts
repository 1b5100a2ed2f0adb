import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  databaseIdOf,
  InventoryItem,
  ObjectReference,
} from '@holdfast/plugin-holdfast-common';
import { isDeepStrictEqual } from 'node:util';
import { backupEntity, backupStorageEntity, databaseEntity } from './entities';

/** What has to change in the catalog. */
export interface EntityDelta {
  added: Entity[];
  /** Entity refs. */
  removed: string[];
}

/**
 * The entities that follow from an inventory. Arrangements and stores may belong to several databases, so each is worked out from all
 * databases that name it.
 */
export class DiscoveredEntities {
  readonly #defaultOwner: string;
  readonly #items = new Map<string, InventoryItem>();
  /** Which databases name an object, by the object's id. */
  readonly #namedBy = new Map<string, Set<string>>();
  #entities = new Map<string, Entity>();

  constructor(options: { defaultOwner: string }) {
    this.#defaultOwner = options.defaultOwner;
  }

  /** All entities as they stand. */
  get all(): Entity[] {
    return [...this.#entities.values()];
  }

  /** Takes over databases that are new or have changed, forgets those that are gone, and tells what that means for the catalog. */
  update(options: { items: InventoryItem[]; gone?: string[] }): EntityDelta {
    const touched = new Set<string>();
    for (const id of options.gone ?? []) this.#forget(id, touched);
    for (const item of options.items) {
      this.#forget(item.id, touched);
      this.#items.set(item.id, item);
      for (const object of objectsOf(item)) {
        const key = databaseIdOf(object);
        touched.add(key);
        this.#namedBy.set(
          key,
          (this.#namedBy.get(key) ?? new Set()).add(item.id),
        );
      }
    }
    return this.#rework(touched);
  }

  #forget(id: string, touched: Set<string>): void {
    const item = this.#items.get(id);
    if (!item) return;
    this.#items.delete(id);
    for (const object of objectsOf(item)) {
      const key = databaseIdOf(object);
      touched.add(key);
      const naming = this.#namedBy.get(key);
      naming?.delete(id);
      if (naming?.size === 0) this.#namedBy.delete(key);
    }
  }

  #rework(touched: Set<string>): EntityDelta {
    const delta: EntityDelta = { added: [], removed: [] };
    for (const key of touched) {
      const before = this.#entities.get(key);
      const after = this.#entityOf(key);
      if (after && !isDeepStrictEqual(before, after)) {
        this.#entities.set(key, after);
        delta.added.push(after);
      } else if (before && !after) {
        this.#entities.delete(key);
        delta.removed.push(stringifyEntityRef(before));
      }
    }
    return delta;
  }

  #entityOf(key: string): Entity | undefined {
    const defaultOwner = this.#defaultOwner;
    const item = this.#items.get(key);
    // A repository's entity stands for it already.
    if (item) {
      return item.entityRef
        ? undefined
        : databaseEntity({ item, defaultOwner });
    }
    const databases = [...(this.#namedBy.get(key) ?? [])]
      .sort()
      .flatMap(id => this.#items.get(id) ?? []);
    for (const { schedules, stores } of databases) {
      const schedule = schedules.find(s => databaseIdOf(s.object) === key);
      if (schedule) return backupEntity({ schedule, databases, defaultOwner });
      const store = stores.find(s => databaseIdOf(s.object) === key);
      if (store?.exists) {
        return backupStorageEntity({ store, databases, defaultOwner });
      }
    }
    return undefined;
  }
}

function objectsOf(item: InventoryItem): ObjectReference[] {
  return [
    item.reference,
    ...item.schedules.map(schedule => schedule.object),
    ...item.stores.map(store => store.object),
  ];
}
