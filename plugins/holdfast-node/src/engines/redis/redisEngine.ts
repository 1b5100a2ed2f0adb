import { Engine } from '../../engine';
import { metrics } from './metrics';

/**
 * Asks the metrics sources what redis_exporter tells of Redis and Valkey, whoever runs them. It reads no objects.
 *
 * @public
 */
export const redisEngine: Engine = {
  id: 'redis',
  projectionVersion: 1,
  resources: [],
  metrics,
  databaseKinds: [],
  project: () => undefined,
};
