import { Knex } from 'knex';
import {
  Change,
  ChangeBatch,
  ChangeStream,
} from '../../../inventory/Inventory';
import { ChangeRow, FactRow } from '../../tables';
import { readNewestSeq } from './readNewestSeq';

/**
 * Reads changes behind a number, in order.
 *
 * Facts carry the number of their last change themselves, so that writing one costs no second row and a reader that was away is
 * told once of a fact that changed ten times. Only what a fact no longer shows, its deletion or a subject that it is not about any
 * more, lies among the recorded changes.
 */
export async function readChanges(
  knex: Knex,
  options: { stream: ChangeStream; after: number; limit: number },
): Promise<Pick<ChangeBatch, 'changes' | 'upTo'>> {
  const { stream, after, limit } = options;

  // Everything up to this number is committed. Without the bound, a commit between the two queries below would be half seen.
  const newest = await readNewestSeq(knex);
  if (newest <= after) {
    return { changes: [], upTo: after };
  }

  const recorded: ChangeRow[] = await knex('changes')
    .where({ stream })
    .whereBetween('seq', [after + 1, newest])
    .orderBy('seq')
    .limit(limit);
  const facts: Array<Omit<FactRow, 'uid' | 'hash'>> =
    stream === 'fact'
      ? await knex('facts')
          .select('seq', 'cluster', 'key', 'kind', 'body')
          .whereBetween('seq', [after + 1, newest])
          .orderBy('seq')
          .limit(limit)
      : [];

  const changes: Change[] = [
    ...recorded.map(row => ({
      seq: Number(row.seq),
      cluster: row.cluster,
      key: row.key,
      kind: row.kind,
      subjects: JSON.parse(row.subjects),
      deleted: Boolean(row.deleted),
    })),
    ...facts.map(row => ({
      seq: Number(row.seq),
      cluster: row.cluster,
      key: row.key,
      kind: row.kind,
      subjects: JSON.parse(row.body).subjects,
      deleted: false,
    })),
  ].sort((a, b) => a.seq - b.seq);

  if (changes.length < limit) {
    return { changes: newestOfEach(changes), upTo: newest };
  }
  const page = changes.slice(0, limit);
  return { changes: newestOfEach(page), upTo: page[page.length - 1].seq };
}

function newestOfEach(changes: readonly Change[]): Change[] {
  const newest = new Map<string, Change>();
  for (const change of changes) {
    const id = `${change.cluster} ${change.key}`;
    const earlier = newest.get(id);
    newest.delete(id);
    newest.set(id, {
      ...change,
      subjects: [
        ...new Set([...(earlier?.subjects ?? []), ...change.subjects]),
      ],
    });
  }
  return [...newest.values()];
}
