import { FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { readFactBodies } from '../database/operations/facts/readFactBodies';
import { Inventory } from '../inventory/Inventory';
import { parseFact } from '../inventory/parseFact';

/**
 * The fact keys of the databases that samples about some objects of a cluster concern.
 */
export async function databasesAbout(
  knex: Knex,
  options: {
    cluster: string;
    subjects: readonly FactKey[];
    inventory: Pick<Inventory, 'rootsAffectedBy'>;
  },
): Promise<FactKey[]> {
  const { cluster, subjects, inventory } = options;
  if (!subjects.length) {
    return [];
  }
  const bodies = await readFactBodies(knex, { cluster, keys: subjects });
  const roots = await inventory.rootsAffectedBy(
    bodies.map(({ body }) => {
      const { key, kind, subjects: about } = parseFact(body);
      return { seq: 0, cluster, key, kind, subjects: about, deleted: false };
    }),
  );
  return roots.map(({ key }) => key);
}
