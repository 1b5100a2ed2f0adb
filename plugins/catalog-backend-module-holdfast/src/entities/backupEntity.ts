import { Entity } from '@backstage/catalog-model';
import { databaseIdOf, InventoryItem } from '@holdfast/plugin-holdfast-common';
import { databaseRefOf } from './databaseRefOf';
import { discoveredEntityRef, discoveredResource } from './discoveredResource';

type Schedule = InventoryItem['schedules'][number];

/**
 * Above this many databases an arrangement is related to its System alone: every change of an entity with thousands of relations makes the
 * catalog put all of them together again. Its members are in the Holdfast API.
 */
const MOST_RELATED_DATABASES = 50;

/** The entity of a backup arrangement: it depends on the databases that it reads and on the stores that it writes to. */
export function backupEntity(options: {
  schedule: Schedule;
  databases: InventoryItem[];
  defaultOwner: string;
}): Entity {
  const { schedule, databases, defaultOwner } = options;
  const inline = new Set(databases.map(database => database.id));
  const stores = databases
    .flatMap(database => database.stores)
    .filter(store => store.exists && store.id === schedule.storeId)
    .map(store => store.object)
    // A store that is written into the database's own object has no entity of its own.
    .filter(object => !inline.has(databaseIdOf(object)));
  const related = databases.length <= MOST_RELATED_DATABASES ? databases : [];
  const system = single(databases.map(database => database.system));
  const state = schedule.suspended ? 'suspended' : `"${schedule.expression}"`;
  return discoveredResource({
    type: 'backup',
    object: schedule.object,
    description: `Backup schedule, ${state}, in ${
      schedule.object.namespace ?? 'no namespace'
    } on ${schedule.object.cluster}`,
    tags: ['backup', schedule.method],
    spec: {
      owner: single(databases.map(database => database.owner)) ?? defaultOwner,
      ...(system && { system }),
      dependsOn: [
        ...new Set([
          ...related.map(databaseRefOf),
          ...stores.map(discoveredEntityRef),
        ]),
      ].sort(),
    },
  });
}

/** The value that all of them share. */
export function single(values: Array<string | undefined>): string | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}
