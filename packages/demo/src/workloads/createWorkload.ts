import { Expectation } from '../postgresql/DatabaseTraits';
import { MariaDbWorkload } from './mysql/MariaDbWorkload';
import {
  MariaDbTraits,
  PerconaTraits,
  PlainMySqlTraits,
} from './mysql/MySqlTraits';
import { PerconaWorkload } from './mysql/PerconaWorkload';
import { PlainMySqlWorkload } from './mysql/PlainMySqlWorkload';
import { RedisTraits } from './redis/RedisTraits';
import { RedisWorkload } from './redis/RedisWorkload';
import { ServerWorkload } from './ServerWorkload';
import { Surroundings } from './Site';

/**
 * A database that is not CloudNativePG's, by what is special about it.
 *
 * @public
 */
export type WorkloadTraits =
  | RedisTraits
  | MariaDbTraits
  | PerconaTraits
  | PlainMySqlTraits;

/**
 * A database of the fleet that is not CloudNativePG's, and what a DBA would say about it.
 *
 * @public
 */
export type DescribedWorkload = WorkloadTraits & { expected: Expectation };

export function createWorkload(
  traits: WorkloadTraits,
  around: Surroundings,
): ServerWorkload {
  switch (traits.kind) {
    case 'MariaDB':
      return new MariaDbWorkload(traits, around);
    case 'PerconaServerMySQL':
    case 'PerconaXtraDBCluster':
      return new PerconaWorkload(traits, around);
    case 'StatefulSet':
    case 'Deployment':
      return new PlainMySqlWorkload(traits, around);
    default:
      return new RedisWorkload(traits, around);
  }
}
