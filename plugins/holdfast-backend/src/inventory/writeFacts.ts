import { Fact, FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { allocateSequence } from '../database/operations/changes/allocateSequence';
import { insertChanges } from '../database/operations/changes/insertChanges';
import { writeResourceState } from '../database/operations/clusters/writeResourceState';
import { deleteFacts } from '../database/operations/facts/deleteFacts';
import { deleteLinks } from '../database/operations/facts/deleteLinks';
import { insertLinks } from '../database/operations/facts/insertLinks';
import { linksOf } from '../database/operations/facts/linksOf';
import { readFactBodies } from '../database/operations/facts/readFactBodies';
import { NumberedFact, putFacts } from '../database/operations/facts/putFacts';
import { assertLease } from '../database/operations/leases/assertLease';
import { isPostgres } from '../database/isPostgres';
import { FactLinkRow, FactRow } from '../database/tables';
import { Change, WriteFactsOptions } from './Inventory';
import { parseFact } from './parseFact';

/** On SQLite a statement holds up everything else in the process, on PostgreSQL each costs a journey. */
const ROWS_PER_STATEMENT = { sqlite: 500, postgres: 5_000 };

/** A fact as it was before. */
interface PreviousFact {
  id: number;
  fact: Fact;
  hash: string;
}

/**
 * Writes a batch of facts with their links, their numbers and the state of their sync: all or nothing. Tells whether facts changed.
 */
export async function writeFacts(
  tx: Knex.Transaction,
  options: WriteFactsOptions,
): Promise<boolean> {
  const { lease, cluster, kind, upserts, deletedKeys, state } = options;
  await assertLease(tx, lease);

  const gone: PreviousFact[] = [];
  for await (const keys of chunksOf(tx, deletedKeys)) {
    const rows = await deleteFacts(tx, { cluster, keys });
    gone.push(...rows.map(toPrevious));
  }
  const previous = await readPrevious(tx, options);
  const changed = upserts.filter(
    ({ key, hash }) => previous.get(key)?.hash !== hash,
  );

  const left = changed.flatMap(({ key, subjects }) => {
    const before = previous.get(key)?.fact.subjects ?? [];
    return before.some(subject => !subjects.includes(subject))
      ? [{ key, subjects: before, deleted: false }]
      : [];
  });
  const recorded = [
    ...left,
    ...gone.map(({ fact: { key, subjects } }) => ({
      key,
      subjects,
      deleted: true,
    })),
  ];

  const count = changed.length + recorded.length;
  if (count) {
    let seq = await allocateSequence(tx, count);
    const changes: Change[] = recorded.map(change => ({
      ...change,
      cluster,
      kind,
      seq: seq++,
    }));
    await insertChanges(tx, { stream: 'fact', changes, now: Date.now() });
    const numbered = changed.map((fact, index) => ({
      ...fact,
      id: previous.get(fact.key)?.id ?? seq + index,
      seq: seq + index,
    }));
    for (const areNew of [true, false]) {
      const facts = numbered.filter(({ key }) => previous.has(key) !== areNew);
      for await (const some of chunksOf(tx, facts)) {
        await putFacts(tx, { cluster, kind, facts: some, areNew });
      }
    }
    const links = compareLinks({ cluster, previous, changed: numbered, gone });
    for await (const some of chunksOf(tx, links.removed)) {
      await deleteLinks(tx, some);
    }
    for await (const some of chunksOf(tx, links.added)) {
      await insertLinks(tx, some);
    }
  }

  if (state) {
    await writeResourceState(tx, { cluster, state });
  }
  return count > 0;
}

async function readPrevious(
  tx: Knex.Transaction,
  options: Pick<WriteFactsOptions, 'cluster' | 'upserts'>,
): Promise<Map<FactKey, PreviousFact>> {
  const { cluster, upserts } = options;
  const keys = upserts.filter(({ isNew }) => !isNew).map(({ key }) => key);
  const previous = new Map<FactKey, PreviousFact>();
  for await (const some of chunksOf(tx, keys)) {
    for (const row of await readFactBodies(tx, { cluster, keys: some })) {
      previous.set(row.key, toPrevious(row));
    }
  }
  return previous;
}

function toPrevious({
  id,
  hash,
  body,
}: Pick<FactRow, 'id' | 'hash' | 'body'>): PreviousFact {
  return { id: Number(id), hash, fact: parseFact(body) };
}

function compareLinks(options: {
  cluster: string;
  previous: ReadonlyMap<FactKey, PreviousFact>;
  changed: readonly NumberedFact[];
  gone: readonly PreviousFact[];
}): { added: FactLinkRow[]; removed: FactLinkRow[] } {
  const { cluster, previous, changed, gone } = options;
  const linksBefore = ({ id, fact }: PreviousFact) =>
    linksOf({ cluster, factId: id, fact });
  const added: FactLinkRow[] = [];
  const removed = gone.flatMap(linksBefore);
  for (const fact of changed) {
    const now = linksOf({ cluster, factId: fact.id, fact });
    const before = previous.get(fact.key);
    if (!before) {
      added.push(...now);
      continue;
    }
    const then = linksBefore(before);
    const linksNow = new Set(now.map(({ link }) => link));
    const linksThen = new Set(then.map(({ link }) => link));
    added.push(...now.filter(({ link }) => !linksThen.has(link)));
    removed.push(...then.filter(({ link }) => !linksNow.has(link)));
  }
  return { added, removed };
}

/** Cuts items to what goes into one statement, and lets other work in the process have its turn between the statements. */
async function* chunksOf<T>(
  tx: Knex.Transaction,
  items: readonly T[],
): AsyncGenerator<readonly T[]> {
  const size = ROWS_PER_STATEMENT[isPostgres(tx) ? 'postgres' : 'sqlite'];
  for (let i = 0; i < items.length; i += size) {
    if (i > 0) {
      await new Promise(setImmediate);
    }
    yield items.slice(i, i + size);
  }
}
