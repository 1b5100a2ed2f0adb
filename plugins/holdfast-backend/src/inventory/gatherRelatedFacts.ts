import { Fact, FactKey } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { readFactBodies } from '../database/operations/facts/readFactBodies';
import { readFactsLinkedTo } from '../database/operations/facts/readFactsLinkedTo';
import { RelatedFacts } from './Inventory';
import { parseFact } from './parseFact';

/** A claim needs its volume, which needs its class, which may need one thing more. */
const MAX_DEPTH = 4;

/**
 * Reads what belongs to some databases of one cluster. The number of queries depends on how deep needs go, not on how many databases
 * or facts there are.
 */
export async function gatherRelatedFacts(
  knex: Knex,
  options: { cluster: string; roots: readonly FactKey[] },
): Promise<Map<FactKey, RelatedFacts>> {
  const { cluster } = options;
  const facts = new Map<FactKey, Fact>();

  for (const { key, body } of await readFactBodies(knex, {
    cluster,
    keys: options.roots,
  })) {
    facts.set(key, parseFact(body));
  }
  const roots = [...facts.values()];

  const about = new Map<FactKey, FactKey[]>();
  const targets = new Set(
    roots.flatMap(root => [root.key, ...(root.collects ?? [])]),
  );
  for (const { target, fact } of await readFactsLinkedTo(knex, {
    cluster,
    relation: 'subject',
    targets: [...targets],
  })) {
    if (!facts.has(fact.key)) {
      facts.set(fact.key, fact);
    }
    const keys = about.get(target) ?? [];
    keys.push(fact.key);
    about.set(target, keys);
  }

  let fresh = [...facts.values()];
  for (let depth = 0; depth < MAX_DEPTH && fresh.length; depth++) {
    const needed = new Set(fresh.flatMap(fact => fact.needs));
    const unread = [...needed].filter(key => !facts.has(key));
    const rows = await readFactBodies(knex, { cluster, keys: unread });
    fresh = rows.map(({ body }) => parseFact(body));
    for (const fact of fresh) {
      facts.set(fact.key, fact);
    }
  }

  return new Map(
    roots.map(root => [root.key, relate({ cluster, root, facts, about })]),
  );
}

function relate(options: {
  cluster: string;
  root: Fact;
  facts: ReadonlyMap<FactKey, Fact>;
  about: ReadonlyMap<FactKey, readonly FactKey[]>;
}): RelatedFacts {
  const { cluster, root, facts, about } = options;

  // A set goes on with what is added to it on the way.
  const keys = new Set<FactKey>([root.key]);
  for (const target of [root.key, ...(root.collects ?? [])]) {
    for (const key of about.get(target) ?? []) {
      keys.add(key);
    }
  }
  const related = new Map<string, Fact[]>();
  const own = new Map<FactKey, Fact>();
  for (const key of keys) {
    const fact = facts.get(key);
    if (!fact) {
      continue;
    }
    own.set(key, fact);
    for (const need of fact.needs) {
      keys.add(need);
    }
    if (fact !== root) {
      const ofKind = related.get(fact.kind) ?? [];
      ofKind.push(fact);
      related.set(fact.kind, ofKind);
    }
  }
  return { cluster, root, related, find: key => own.get(key) };
}
