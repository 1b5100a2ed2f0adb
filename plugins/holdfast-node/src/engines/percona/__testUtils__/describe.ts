import { Assessment, Database } from '@holdfast/plugin-holdfast-common';
import { describeDatabases, Engines, KubernetesObject } from '../../../engine';
import { judgeByTier, limits } from '../../__testUtils__/judgeByTier';
import { perconaServerMysqlEngine } from '../../percona-server-mysql';
import { perconaXtradbEngine } from '../../percona-xtradb';
import { volumesEngine } from '../../volumes';
import { workloadsEngine } from '../../workloads';
import { now } from './objects';

export const engines = Engines.create([
  perconaServerMysqlEngine,
  perconaXtradbEngine,
  volumesEngine,
  workloadsEngine,
]);

type Options = Partial<Pick<Parameters<typeof describeDatabases>[0], 'unread'>>;

/** Describes the one cluster among some objects. */
export function describeCluster(
  objects: readonly KubernetesObject[],
  options: Options = {},
): Database {
  const described = describeDatabases({
    engines,
    cluster: 'lab',
    objects,
    ...options,
  });
  const [database] = described;
  if (described.length !== 1) {
    throw new Error(`There are ${described.length} databases`);
  }
  return database;
}

/** Judges it by an objective of the bronze tier: RPO and RTO 1 d, retention 7 d. */
export function judge(
  objects: readonly KubernetesObject[],
  options: Options & {
    at?: Date;
    tier?: string;
    basis?: 'observed' | 'declared';
  } = {},
): Assessment {
  const { at = now, tier, basis, ...rest } = options;
  return judgeByTier(describeCluster(objects, rest), { now: at, tier, basis });
}

export { limits };
