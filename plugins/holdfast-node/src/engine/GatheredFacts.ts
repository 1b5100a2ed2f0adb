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

  constructor(input: AssemblyInput) {
    this.input = input;
  }

  /** Reads a fact in such a way that what is read cites the object. */
  read(fact: Fact): FactReader {
    return new FactReader(this.input.cluster, fact);
  }

  /** All facts of a kind, by name. */
  related(resource: WatchedResource): Fact[] {
    const facts = this.input.related.get(qualifiedKind(resource)) ?? [];
    return [...facts].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Those that are about an object; about the database's own where none is named. */
  about(resource: WatchedResource, key: FactKey = this.input.root.key): Fact[] {
    return this.related(resource).filter(({ subjects }) =>
      subjects.includes(key),
    );
  }

  /** Why a kind could not be read; undefined when it could. */
  unread(
    resource: WatchedResource,
  ): Pick<MissingFacts, 'kind' | 'reason' | 'message'> | undefined {
    const kind = qualifiedKind(resource);
    return this.input.unread.find(unread => unread.kind === kind);
  }
}
