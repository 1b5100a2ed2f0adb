import { Fact } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { allocateSequence } from '../database/operations/changes/allocateSequence';
import { insertChanges } from '../database/operations/changes/insertChanges';
import { writeResourceState } from '../database/operations/clusters/writeResourceState';
import { deleteFacts } from '../database/operations/facts/deleteFacts';
import { deleteLinks } from '../database/operations/facts/deleteLinks';
import { insertLinks } from '../database/operations/facts/insertLinks';
import { linksOf } from '../database/operations/facts/linksOf';
import { readFactBodies } from '../database/operations/facts/readFactBodies';
import { upsertFacts } from '../database/operations/facts/upsertFacts';
import { assertLease } from '../database/operations/leases/assertLease';
import { FactLinkRow } from '../database/tables';
import { Change, HashedFact, WriteFactsOptions } from './Inventory';
import { parseFact } from './parseFact';

/** Rows per statement: on SQLite a statement holds up everything else in the process. */
const ROWS_PER_STATEMENT = 500;

/**
 * Writes a batch of facts with their links, their numbers and the state of their sync: all or nothing. Tells whether facts changed.
 */
export async function writeFacts(
  tx: Knex.Transaction,
  options: WriteFactsOptions,
): Promise<boolean> {
  const { lease, cluster, kind, upserts, deletedUids, state } = options;
  await assertLease(tx, lease);

  const gone: Fact[] = [];
  for (const uids of chunksOf(deletedUids)) {
    const rows = await deleteFacts(tx, { cluster, kind, uids });
    gone.push(...rows.map(({ body }) => parseFact(body)));
  }

  const previous = new Map<string, Fact>();
  const changed: HashedFact[] = [];
  for (const facts of chunksOf(upserts)) {
    const rows = await readFactBodies(tx, {
      cluster,
      keys: facts.map(({ key }) => key),
    });
    const unchanged = new Set<string>();
    for (const row of rows) {
      previous.set(row.key, parseFact(row.body));
      unchanged.add(`${row.key} ${row.uid} ${row.hash}`);
    }
    for (const fact of facts) {
      if (!unchanged.has(`${fact.key} ${fact.uid} ${fact.hash}`)) {
        changed.push(fact);
      }
    }
  }

  const links = compareLinks({ cluster, previous, changed, gone });
  for (const rows of chunksOf(links.removed)) {
    await deleteLinks(tx, rows);
  }
  for (const rows of chunksOf(links.added)) {
    await insertLinks(tx, rows);
  }

  const left = changed.flatMap(({ key, subjects }) => {
    const before = previous.get(key)?.subjects ?? [];
    return before.some(subject => !subjects.includes(subject))
      ? [{ key, subjects: before, deleted: false }]
      : [];
  });
  const recorded = [
    ...left,
    ...gone.map(({ key, subjects }) => ({ key, subjects, deleted: true })),
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
    for (const facts of chunksOf(changed)) {
      await upsertFacts(tx, { cluster, kind, facts, firstSeq: seq });
      seq += facts.length;
    }
  }

  if (state) {
    await writeResourceState(tx, { cluster, state });
  }
  return count > 0;
}

function compareLinks(options: {
  cluster: string;
  previous: ReadonlyMap<string, Fact>;
  changed: readonly HashedFact[];
  gone: readonly Fact[];
}): { added: FactLinkRow[]; removed: FactLinkRow[] } {
  const { cluster, previous, changed, gone } = options;
  const added: FactLinkRow[] = [];
  const removed = gone.flatMap(fact => linksOf(cluster, fact));
  for (const fact of changed) {
    const now = linksOf(cluster, fact);
    const before = previous.get(fact.key);
    if (!before) {
      added.push(...now);
      continue;
    }
    const then = linksOf(cluster, before);
    const key = (link: FactLinkRow) => `${link.relation} ${link.target}`;
    const nowKeys = new Set(now.map(key));
    const thenKeys = new Set(then.map(key));
    added.push(...now.filter(link => !thenKeys.has(key(link))));
    removed.push(...then.filter(link => !nowKeys.has(key(link))));
  }
  return { added, removed };
}

function* chunksOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += ROWS_PER_STATEMENT) {
    yield items.slice(i, i + ROWS_PER_STATEMENT);
  }
}
