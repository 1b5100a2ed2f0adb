import { Knex } from 'knex';
import { StatedObjectives } from '../../../claims/Claim';
import { StatedObjectivesRow } from '../../recoveryTables';
import { anyOf } from '../bulk/anyOf';

/**
 * What Systems and owners ask for, all or some of them, by entity ref.
 */
export async function readStatedObjectives(
  knex: Knex,
  options?: { entityRefs: readonly string[] },
): Promise<Map<string, StatedObjectives>> {
  const query = knex<StatedObjectivesRow>('stated_objectives');
  const rows = options
    ? await query.where(anyOf(knex, 'entity_ref', options.entityRefs))
    : await query;
  return new Map(
    rows.map(row => [
      row.entity_ref,
      { entityRef: row.entity_ref, annotations: JSON.parse(row.annotations) },
    ]),
  );
}
