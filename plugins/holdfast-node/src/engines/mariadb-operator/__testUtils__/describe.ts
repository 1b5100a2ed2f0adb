import { Assessment, Database } from '@holdfast/plugin-holdfast-common';
import { describeDatabases, Engines, KubernetesObject } from '../../../engine';
import { judgeByTier, limits } from '../../__testUtils__/judgeByTier';
import { cloudNativePgEngine } from '../../cloudnative-pg';
import { volumesEngine } from '../../volumes';
import { workloadsEngine } from '../../workloads';
import { mariadbOperatorEngine } from '../mariadbOperatorEngine';
import { now } from './objects';

export const engines = Engines.create([
  cloudNativePgEngine,
  mariadbOperatorEngine,
  volumesEngine,
  workloadsEngine,
]);

/** Describes the MariaDB of that name among some objects. */
export function describeMariaDb(
  objects: readonly KubernetesObject[],
  options: Partial<Pick<Parameters<typeof describeDatabases>[0], 'unread'>> & {
    name?: string;
  } = {},
): Database {
  const { name = 'mariadb-repl', ...rest } = options;
  const described = describeDatabases({
    engines,
    cluster: 'lab',
    objects,
    ...rest,
  });
  const found = described.find(({ reference }) => reference.name === name);
  if (!found) throw new Error(`There is no database '${name}'`);
  return found;
}

/** Judges it by an objective of the bronze tier: RPO and RTO 1 d, retention 7 d. */
export function judge(
  objects: readonly KubernetesObject[],
  options: Parameters<typeof describeMariaDb>[1] & {
    at?: Date;
    tier?: string;
  } = {},
): Assessment {
  const { at = now, tier, ...rest } = options;
  const database = describeMariaDb(objects, rest);
  return judgeByTier(database, { now: at, tier });
}

export { limits };
