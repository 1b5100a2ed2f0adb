import { Knex } from 'knex';
import { StatedObjectives } from '../../../claims/Claim';
import { anyOf } from '../bulk/anyOf';

/**
 * Stores what Systems and owners ask for where that is new or has changed, and forgets those that ask for nothing any more.
 */
export async function writeStatedObjectives(
  tx: Knex.Transaction,
  options: { changed: readonly StatedObjectives[]; gone: readonly string[] },
): Promise<void> {
  const { changed, gone } = options;
  if (gone.length) {
    await tx('stated_objectives').where(anyOf(tx, 'entity_ref', gone)).delete();
  }
  for (const { entityRef, annotations } of changed) {
    await tx('stated_objectives')
      .insert({
        entity_ref: entityRef,
        annotations: JSON.stringify(annotations),
      })
      .onConflict('entity_ref')
      .merge();
  }
}
