import { Knex } from 'knex';
import { MetricsState } from '../../../metrics/MetricsState';

/**
 * Whether the metrics of each cluster arrive, by its name.
 */
export async function readMetricsStates(
  knex: Knex,
): Promise<Map<string, MetricsState>> {
  const rows: Array<{ cluster: string; state: string }> = await knex(
    'metrics_states',
  ).select('cluster', 'state');
  return new Map(
    rows.map(({ cluster, state }) => [cluster, JSON.parse(state)]),
  );
}
