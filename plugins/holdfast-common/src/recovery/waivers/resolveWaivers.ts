import { StatedWaivers, Waiver } from '../../model';
import { ObjectiveSource } from '../../objective';
import { readWaivers } from './readWaivers';

/**
 * Gathers all that is said about what is accepted of a database: by the entity that claims it, by its own object, and in the portal.
 *
 * @public
 */
export function resolveWaivers(options: {
  entity?: ObjectiveSource;
  object?: ObjectiveSource;
  /** Those of the portal, of this incarnation of the database. */
  recorded?: readonly Waiver[];
}): StatedWaivers {
  const { entity, object, recorded = [] } = options;
  const read = [
    ...(entity ? [readWaivers({ level: 'entity', ...entity })] : []),
    ...(object ? [readWaivers({ level: 'object', ...object })] : []),
  ];
  return {
    waivers: [...read.flatMap(({ waivers }) => waivers), ...recorded],
    problems: read.flatMap(({ problems }) => problems),
  };
}
