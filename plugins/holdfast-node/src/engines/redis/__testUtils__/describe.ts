import { Assessment, Database } from '@holdfast/plugin-holdfast-common';
import {
  describeDatabases,
  Engines,
  KubernetesObject,
  MetricSample,
} from '../../../engine';
import { judgeByTier, limits } from '../../__testUtils__/judgeByTier';
import { builtInEngines } from '../../builtInEngines';
import { now } from './objects';

/** As in production: whatever backs up volumes is read as well. */
export const engines = Engines.create(builtInEngines);

type Options = Partial<
  Pick<Parameters<typeof describeDatabases>[0], 'unread'>
> & { samples?: readonly MetricSample[] };

/** Describes the only database among some objects. */
export function describeRedis(
  objects: readonly KubernetesObject[],
  options: Options = {},
): Database {
  const described = describeDatabases({
    engines,
    cluster: 'lab',
    objects,
    ...options,
  });
  if (described.length !== 1) {
    throw new Error(`There are ${described.length} databases and not one`);
  }
  return described[0];
}

/** Judges it by an objective of the bronze tier: RPO and RTO 1 d, retention 7 d. */
export function judge(
  objects: readonly KubernetesObject[],
  options: Options & { annotations?: Record<string, string> } = {},
): Assessment {
  const { annotations, ...rest } = options;
  return judgeByTier(describeRedis(objects, rest), { now, annotations });
}

export { limits };
