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
  options: {
    cluster: string;
    roots: readonly FactKey[];
    /** Kinds with group whose objects are databases: each of them collects for itself. */
    rootKinds: ReadonlySet<string>;
  },
): Promise<Map<FactKey, RelatedFacts>> {
  const { cluster, rootKinds } = options;
  const facts = new Map<FactKey, Fact>();

  for (const { key, body } of await readFactBodies(knex, {
    cluster,
    keys: options.roots,
  })) {
    facts.set(key, parseFact(body));
  }
  const roots = [...facts.values()];

  const about = new Map<FactKey, FactKey[]>();
  const asked = new Set<FactKey>();
  /** Facts about some keys that were not asked for before; those that are new. */
  const collect = async (targets: readonly FactKey[]): Promise<Fact[]> => {
    const unasked = new Set(targets.filter(target => !asked.has(target)));
    const collected: Fact[] = [];
    for (const { target, fact } of await readFactsLinkedTo(knex, {
      cluster,
      relation: 'subject',
      targets: [...unasked],
    })) {
      if (!facts.has(fact.key)) {
        facts.set(fact.key, fact);
        collected.push(fact);
      }
      const keys = about.get(target) ?? [];
      keys.push(fact.key);
      about.set(target, keys);
    }
    for (const target of unasked) {
      asked.add(target);
    }
    return collected;
  };
  await collect(roots.flatMap(root => [root.key, ...(root.collects ?? [])]));

  let fresh = [...facts.values()];
  for (let depth = 0; depth < MAX_DEPTH && fresh.length; depth++) {
    const needed = new Set(fresh.flatMap(fact => fact.needs));
    const unread = [...needed].filter(key => !facts.has(key));
    const rows = await readFactBodies(knex, { cluster, keys: unread });
    const read = rows.map(({ body }) => parseFact(body));
    for (const fact of read) {
      facts.set(fact.key, fact);
    }
    const collected = await collect(
      fresh.flatMap(fact => collectedFor(fact, rootKinds)),
    );
    fresh = [...read, ...collected];
  }

  return new Map(
    roots.map(root => [root.key, relate({ ...options, root, facts, about })]),
  );
}

/** What a fact collects for the databases that it is about. */
function collectedFor(
  { kind, collects = [] }: Fact,
  rootKinds: ReadonlySet<string>,
): readonly FactKey[] {
  return rootKinds.has(kind) ? [] : collects;
}

function relate(options: {
  cluster: string;
  rootKinds: ReadonlySet<string>;
  root: Fact;
  facts: ReadonlyMap<FactKey, Fact>;
  about: ReadonlyMap<FactKey, readonly FactKey[]>;
}): RelatedFacts {
  const { cluster, rootKinds, root, facts, about } = options;

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
    for (const target of collectedFor(fact, rootKinds)) {
      for (const collected of about.get(target) ?? []) {
        keys.add(collected);
      }
    }
    if (fact !== root) {
      const ofKind = related.get(fact.kind) ?? [];
      ofKind.push(fact);
      related.set(fact.kind, ofKind);
    }
  }
  return { cluster, root, related, find: key => own.get(key) };
}
