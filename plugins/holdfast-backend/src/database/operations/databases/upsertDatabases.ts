import { Knex } from 'knex';
import { JudgedDatabase } from '../../../recovery/StoredDatabase';
import { verdictRank } from '../../../recovery/verdictRank';
import { DatabaseRow } from '../../recoveryTables';

/** A moment that comes at once would have a database judged without end. */
const SHORTEST_WAIT_MS = 1000;

type WrittenRow = Omit<DatabaseRow, 'marks'>;

/**
 * Stores databases with their assessments. Marks that came while they were judged stay, so that they are judged once more.
 */
export async function upsertDatabases(
  knex: Knex,
  options: { databases: readonly JudgedDatabase[]; judgedWith: string },
): Promise<void> {
  const { databases, judgedWith } = options;
  if (!databases.length) {
    return;
  }
  await knex('databases')
    .insert(databases.map(database => rowOf(database, judgedWith)))
    .onConflict('id')
    .merge();
}

function rowOf(database: JudgedDatabase, judgedWith: string): WrittenRow {
  const { summary, assessment } = database;
  const { reference, verdict, owner } = summary;
  return {
    id: summary.id,
    cluster: reference.cluster,
    fact_key: database.factKey,
    uid: summary.uid,
    name: reference.name,
    engine: summary.engine,
    owner: owner ?? null,
    system: summary.system ?? null,
    entity_ref: summary.entityRef ?? null,
    search: [reference.name, reference.namespace, reference.cluster, owner]
      .join('\n')
      .toLocaleLowerCase('en-US'),
    verdict,
    verdict_rank: verdictRank(verdict),
    verdict_since: Date.parse(summary.verdictSince ?? assessment.assessedAt),
    attained_rpo_seconds: summary.attainedRpoSeconds ?? null,
    summary: JSON.stringify(summary),
    assessment: JSON.stringify(assessment),
    inventory: JSON.stringify(database.inventory),
    inventory_hash: database.inventoryHash,
    judged_with: judgedWith,
    reassess_at: assessment.reassessAt
      ? Math.max(
          Date.parse(assessment.reassessAt),
          Date.parse(assessment.assessedAt) + SHORTEST_WAIT_MS,
        )
      : null,
    judged_marks: database.former?.marks ?? 0,
  };
}
