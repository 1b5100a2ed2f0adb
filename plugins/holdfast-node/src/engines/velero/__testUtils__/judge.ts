import { Assessment, Database } from '@holdfast/plugin-holdfast-common';
import { describeDatabases, Engines, KubernetesObject } from '../../../engine';
import { judgeByTier, limits } from '../../__testUtils__/judgeByTier';
import { cloudNativePgEngine } from '../../cloudnative-pg';
import { volumesEngine } from '../../volumes';
import { veleroEngine } from '../veleroEngine';
import { now } from './objects';

const engines = Engines.create([
  cloudNativePgEngine,
  volumesEngine,
  veleroEngine,
]);

/** Describes the one database among some objects. */
export function describeOnly(
  objects: readonly KubernetesObject[],
  options: Partial<Pick<Parameters<typeof describeDatabases>[0], 'unread'>> & {
    reliesOnOthers?: boolean;
  } = {},
): Database {
  const { reliesOnOthers, ...rest } = options;
  const [database] = describeDatabases({
    engines: reliesOnOthers
      ? Engines.create([
          { ...cloudNativePgEngine, reliesOnOthers },
          volumesEngine,
          veleroEngine,
        ])
      : engines,
    cluster: 'lab',
    objects,
    ...rest,
  });
  if (!database) throw new Error('There is no database');
  return database;
}

/** Judges it by an objective of the bronze tier: RPO and RTO 1 d, retention 7 d. */
export function judge(
  objects: readonly KubernetesObject[],
  options: Parameters<typeof describeOnly>[1] & { at?: Date } = {},
): Assessment {
  const { at = now, ...rest } = options;
  return judgeByTier(describeOnly(objects, rest), { now: at });
}

export { limits };
