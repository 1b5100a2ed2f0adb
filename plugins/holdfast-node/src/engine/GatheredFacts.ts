import { MissingFacts } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput } from './Engine';
import { Fact, FactKey } from './Fact';
import { FactReader } from './FactReader';
import { qualifiedKind, WatchedResource } from './WatchedResource';

/**
 * A database's own object with everything that was gathered to be read with it: what an engine describes a database from.
 *
 * @public
 */
export class GatheredFacts {
  readonly input: AssemblyInput;
  readonly #sorted = new Map<WatchedResource, readonly Fact[]>();
  readonly #bySubject = new Map<
    WatchedResource,
    ReadonlyMap<FactKey, readonly Fact[]>
  >();

  constructor(input: AssemblyInput) {
    this.input = input;
  }

  /** Reads a fact in such a way that what is read cites the object. */
  read(fact: Fact): FactReader {
    return new FactReader(this.input.cluster, fact);
  }

  /** All facts of a kind, by name. */
  related(resource: WatchedResource): readonly Fact[] {
    const known = this.#sorted.get(resource);
    if (known) return known;
    const facts = this.input.related.get(qualifiedKind(resource)) ?? [];
    const sorted = [...facts].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#sorted.set(resource, sorted);
    return sorted;
  }

  /** Those that are about an object; about the database's own where none is named. */
  about(
    resource: WatchedResource,
    key: FactKey = this.input.root.key,
  ): readonly Fact[] {
    let bySubject = this.#bySubject.get(resource);
    if (!bySubject) {
      bySubject = indexBy(this.related(resource), ({ subjects }) => subjects);
      this.#bySubject.set(resource, bySubject);
    }
    return bySubject.get(key) ?? [];
  }

  /** Why a kind could not be read; undefined when it could. */
  unread(
    resource: WatchedResource,
  ): Pick<MissingFacts, 'kind' | 'reason' | 'message'> | undefined {
    const kind = qualifiedKind(resource);
    return this.input.unread.find(unread => unread.kind === kind);
  }
}

/** Facts by each of their keys, in their order. */
function indexBy(
  facts: readonly Fact[],
  keysOf: (fact: Fact) => readonly FactKey[],
): Map<FactKey, Fact[]> {
  const index = new Map<FactKey, Fact[]>();
  for (const fact of facts) {
    for (const key of new Set(keysOf(fact))) {
      const known = index.get(key);
      if (known) known.push(fact);
      else index.set(key, [fact]);
    }
  }
  return index;
}
