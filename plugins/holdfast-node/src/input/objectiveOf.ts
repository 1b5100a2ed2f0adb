import {
  Database,
  DeclaredAnnotations,
  Objective,
  ObjectiveConfig,
  ObjectiveSource,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';
import { entityOf, ownAnnotations } from './entityOf';
import { CatalogEntity } from './InputObjects';
import { withoutOverridden } from './withoutOverridden';

/**
 * Works out what a database of an input has to attain: what overrides say, else the entity in the input that stands for it, else its own object, else
 * the System and the owner of that entity, as far as they are in the input, else the default tier.
 *
 * @public
 */
export function objectiveOf(options: {
  database: Database;
  entities: readonly CatalogEntity[];
  /** What whoever asks for the judgement says, whatever the input states. */
  overrides?: ObjectiveSource;
  config: ObjectiveConfig;
}): Objective {
  const { database, entities, overrides, config } = options;
  const entity = entityOf(database, entities);
  const sourceOf = (reference: string, annotations: DeclaredAnnotations) => ({
    reference,
    annotations: overrides
      ? withoutOverridden(annotations, overrides.annotations)
      : annotations,
  });
  const stated = (ref: string | undefined) => {
    const found = entities.find(candidate => candidate.ref === ref);
    return found && sourceOf(found.ref, ownAnnotations(found));
  };
  return resolveObjective({
    entity: [
      ...(overrides ? [overrides] : []),
      ...(entity ? [sourceOf(entity.ref, ownAnnotations(entity))] : []),
      sourceOf(database.id, database.annotations),
    ],
    system: stated(entity?.system),
    owner: stated(entity?.owner),
    config,
  });
}
