import { Engines } from './Engines';
import { Fact, FactKey } from './Fact';
import { groupBy } from './groupBy';

/**
 * The fact of a database with all that is to be read with it.
 */
export interface RelatedRoot {
  root: Fact;
  /** The other facts, by key. */
  gathered: ReadonlyMap<FactKey, Fact>;
  /** The same by kind with group. */
  related: ReadonlyMap<string, readonly Fact[]>;
  /** Any of them, or the root. */
  find(key: FactKey): Fact | undefined;
}

/**
 * Finds the databases among facts of one cluster and brings together what belongs to each of them.
 */
export function relateFacts(options: {
  engines: Pick<Engines, 'databaseKinds'>;
  facts: readonly Fact[];
}): RelatedRoot[] {
  const { engines, facts } = options;
  const byKey = new Map(facts.map(fact => [fact.key, fact]));
  const bySubject = groupBy(
    facts.flatMap(fact => fact.subjects.map(subject => ({ subject, fact }))),
    ({ subject }) => subject,
  );

  const kinds = new Set(engines.databaseKinds);
  const about = (subjects: readonly FactKey[]): Fact[] =>
    subjects.flatMap(subject =>
      (bySubject.get(subject) ?? []).map(({ fact }) => fact),
    );
  const gather = (root: Fact): Map<FactKey, Fact> => {
    const gathered = new Map<FactKey, Fact>();
    const visit = (fact: Fact | undefined) => {
      if (!fact || fact.key === root.key || gathered.has(fact.key)) return;
      gathered.set(fact.key, fact);
      for (const need of fact.needs) visit(byKey.get(need));
      // Another database collects for itself.
      if (!kinds.has(fact.kind)) about(fact.collects ?? []).forEach(visit);
    };
    for (const need of root.needs) visit(byKey.get(need));
    about([root.key, ...(root.collects ?? [])]).forEach(visit);
    return gathered;
  };

  return facts
    .filter(({ kind }) => kinds.has(kind))
    .map(root => {
      const gathered = gather(root);
      return {
        root,
        gathered,
        related: groupBy(gathered.values(), ({ kind }) => kind),
        find: key => (key === root.key ? root : gathered.get(key)),
      };
    });
}
