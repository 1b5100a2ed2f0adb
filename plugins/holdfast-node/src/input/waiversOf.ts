import {
  Database,
  resolveWaivers,
  StatedWaivers,
} from '@holdfast/plugin-holdfast-common';
import { entityOf, ownAnnotations } from './entityOf';
import { CatalogEntity } from './InputObjects';

/**
 * Gathers what an input says is accepted of a database: by the entity in it that stands for the database, and by its own object.
 *
 * @public
 */
export function waiversOf(options: {
  database: Database;
  entities: readonly CatalogEntity[];
}): StatedWaivers {
  const { database, entities } = options;
  const entity = entityOf(database, entities);
  return resolveWaivers({
    entity: entity && {
      reference: entity.ref,
      annotations: ownAnnotations(entity),
    },
    object: { reference: database.id, annotations: database.annotations },
  });
}
