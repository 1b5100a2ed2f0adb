import { Knex } from 'knex';
import { anyOf } from '../bulk/anyOf';

/**
 * Forgets the state of metrics of all clusters but some.
 */
export async function deleteMetricsStates(
  knex: Knex,
  options: { except: readonly string[] },
): Promise<void> {
  await knex('metrics_states')
    .whereNot(anyOf(knex, 'cluster', options.except))
    .delete();
}
