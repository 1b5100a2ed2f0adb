import {
  AssemblyInput,
  Fact,
  FactKey,
  FactReader,
  qualifiedKind,
  WatchedResource,
} from '../../engine';

/**
 * A MariaDB with everything that is to be read with it.
 */
export class MariaDbFacts {
  readonly input: AssemblyInput;
  /** Reads the MariaDB itself. */
  readonly mariadb: FactReader;
  readonly currentPrimary?: string;

  constructor(input: AssemblyInput) {
    this.input = input;
    this.mariadb = this.read(input.root);
    this.currentPrimary = this.mariadb.string(
      'status',
      'currentPrimary',
    )?.value;
  }

  read(fact: Fact): FactReader {
    return new FactReader(this.input.cluster, fact);
  }

  /** All facts of a kind that were gathered, by name. */
  related(resource: WatchedResource): Fact[] {
    const facts = this.input.related.get(qualifiedKind(resource)) ?? [];
    return [...facts].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Those that are about an object. */
  about(key: FactKey, resource: WatchedResource): Fact[] {
    return this.related(resource).filter(({ subjects }) =>
      subjects.includes(key),
    );
  }

  /** Why a kind could not be read; undefined when it could. */
  unread(resource: WatchedResource) {
    const kind = qualifiedKind(resource);
    return this.input.unread.find(unread => unread.kind === kind);
  }

  /** How many instances are asked for. */
  get desired(): number {
    return this.mariadb.number('spec', 'replicas')?.value ?? 1;
  }

  isEnabled(topology: 'galera' | 'replication' | 'multiCluster'): boolean {
    return this.mariadb.boolean('spec', topology, 'enabled')?.value === true;
  }
}
