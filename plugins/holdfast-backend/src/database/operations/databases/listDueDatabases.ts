import { Knex } from 'knex';
import { Root } from '../../../inventory/Inventory';
import { DatabaseRow } from '../../recoveryTables';

/**
 * Databases whose verdict may have changed by time alone, or that were marked since they were judged. Oldest first.
 */
export async function listDueDatabases(
  knex: Knex,
  options: { now: number; limit: number },
): Promise<Root[]> {
  const { now, limit } = options;
  const due = await knex<DatabaseRow>('databases')
    .select('cluster', 'fact_key')
    .where('reassess_at', '<=', now)
    .orderBy('reassess_at')
    .limit(limit);
  const marked =
    due.length < limit
      ? await knex<DatabaseRow>('databases')
          .select('cluster', 'fact_key')
          .whereRaw('marks <> judged_marks')
          .limit(limit - due.length)
      : [];
  return [...due, ...marked].map(({ cluster, fact_key }) => ({
    cluster,
    key: fact_key,
  }));
}
