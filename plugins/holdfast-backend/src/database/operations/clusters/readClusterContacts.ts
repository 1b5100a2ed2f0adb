import { Knex } from 'knex';
import { ClusterContact } from '../../../inventory/ClusterState';
import { ClusterRow } from '../../tables';

/**
 * Contact with every cluster, by its name.
 */
export async function readClusterContacts(
  knex: Knex,
): Promise<Map<string, ClusterContact>> {
  const rows = await knex<ClusterRow>('clusters').orderBy('name');
  return new Map(rows.map(row => [row.name, JSON.parse(row.contact)]));
}
