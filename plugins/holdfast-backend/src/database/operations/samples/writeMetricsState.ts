import { Knex } from 'knex';
import { MetricsState } from '../../../metrics/MetricsState';

/**
 * Stores whether the metrics of a cluster arrive.
 */
export async function writeMetricsState(
  knex: Knex,
  options: { cluster: string; state: MetricsState },
): Promise<void> {
  const { cluster, state } = options;
  await knex('metrics_states')
    .insert({ cluster, state: JSON.stringify(state) })
    .onConflict('cluster')
    .merge();
}
