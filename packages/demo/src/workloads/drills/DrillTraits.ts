import { ClusterName } from '../../postgresql/DatabaseTraits';
import { Rhythm } from '../Rhythm';

/**
 * A CronJob that restores a database for practice, and how it fares.
 *
 * @public
 */
export interface DrillTraits {
  cluster: ClusterName;
  namespace: string;
  /** The database, by kind with group and by name: `Cluster.postgresql.cnpg.io/orders`. */
  database: string;
  rhythm: Rhythm;
  /** `passes` by default. `fails-check`: the newest restore came up, and a check of its data failed. `garbled`: what it reports ends in the middle. */
  outcome?: 'passes' | 'fails-check' | 'garbled';
  /** Since so many days its jobs do not come to an end, and nothing is reported. */
  stuckDays?: number;
  /** Where its reports are: in the termination message of the pods of its jobs, or in ConfigMaps, which stay. */
  reports?: 'termination-message' | 'config-map';
  /** How long a restore takes; 420 by default. */
  seconds?: number;
}
