import { Fact, FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { allocateSequence } from '../database/operations/changes/allocateSequence';
import { insertChanges } from '../database/operations/changes/insertChanges';
import { writeResourceState } from '../database/operations/clusters/writeResourceState';
import { deleteFacts } from '../database/operations/facts/deleteFacts';
import { deleteLinks } from '../database/operations/facts/deleteLinks';
import { insertLinks } from '../database/operations/facts/insertLinks';
import { FactLink, linksOf } from '../database/operations/facts/linksOf';
import { readFactBodies } from '../database/operations/facts/readFactBodies';
import { upsertFacts } from '../database/operations/facts/upsertFacts';
import { assertLease } from '../database/operations/leases/assertLease';
import { FactRow } from '../database/tables';
import { Change, HashedFact, WriteFactsOptions } from './Inventory';
import { parseFact } from './parseFact';

/** Rows per statement: on SQLite a statement holds up everything else in the process. */
const ROWS_PER_STATEMENT = 250;

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
  for (const keys of chunksOf(deletedKeys)) {
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
    const numbered = changed.map(fact => {
      const number = seq++;
      return {
        ...fact,
        id: previous.get(fact.key)?.id ?? number,
        seq: number,
      };
    });
    for (const facts of chunksOf(numbered)) {
      await upsertFacts(tx, { cluster, kind, facts });
    }
    const links = compareLinks({ previous, changed: numbered, gone });
    for (const some of chunksOf(links.removed)) {
      await deleteLinks(tx, { cluster, links: some });
    }
    for (const some of chunksOf(links.added)) {
      await insertLinks(tx, { cluster, links: some });
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
  for (const some of chunksOf(keys)) {
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
  previous: ReadonlyMap<FactKey, PreviousFact>;
  changed: ReadonlyArray<HashedFact & { id: number }>;
  gone: readonly PreviousFact[];
}): { added: FactLink[]; removed: FactLink[] } {
  const { previous, changed, gone } = options;
  const added: FactLink[] = [];
  const removed = gone.flatMap(({ id, fact }) => linksOf(id, fact));
  for (const fact of changed) {
    const now = linksOf(fact.id, fact);
    const before = previous.get(fact.key);
    if (!before) {
      added.push(...now);
      continue;
    }
    const then = linksOf(before.id, before.fact);
    const name = (link: FactLink) => `${link.relation} ${link.target}`;
    const namesNow = new Set(now.map(name));
    const namesThen = new Set(then.map(name));
    added.push(...now.filter(link => !namesThen.has(name(link))));
    removed.push(...then.filter(link => !namesNow.has(name(link))));
  }
  return { added, removed };
}

function* chunksOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += ROWS_PER_STATEMENT) {
    yield items.slice(i, i + ROWS_PER_STATEMENT);
  }
}
