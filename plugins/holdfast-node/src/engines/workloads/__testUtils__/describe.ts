import { Assessment, Database } from '@holdfast/plugin-holdfast-common';
import { describeDatabases, Engines, KubernetesObject } from '../../../engine';
import { judgeByTier, limits } from '../../__testUtils__/judgeByTier';
import { cloudNativePgEngine } from '../../cloudnative-pg';
import { mariadbOperatorEngine } from '../../mariadb-operator';
import { volumesEngine } from '../../volumes';
import { workloadsEngine } from '../workloadsEngine';
import { now } from './objects';

export const engines = Engines.create([
  cloudNativePgEngine,
  mariadbOperatorEngine,
  volumesEngine,
  workloadsEngine,
]);

type Options = Partial<
  Pick<Parameters<typeof describeDatabases>[0], 'unread'>
> & { name?: string };

/** Describes the database of that name among some objects; all others of theirs must be described as well. */
export function describeWorkload(
  objects: readonly KubernetesObject[],
  options: Options = {},
): Database {
  const { name = 'mysql', ...rest } = options;
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
  options: Options & {
    at?: Date;
    tier?: string;
    basis?: 'observed' | 'declared';
  } = {},
): Assessment {
  const { at = now, tier, basis, ...rest } = options;
  return judgeByTier(describeWorkload(objects, rest), { now: at, tier, basis });
}

export { limits };
