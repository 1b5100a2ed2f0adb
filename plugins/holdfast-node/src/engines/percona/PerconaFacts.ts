import { Instant, Observed } from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  booleanAt,
  Fact,
  FactReader,
  qualifiedKind,
  WatchedResource,
} from '../../engine';
import { pods } from '../volumes/resources';
import { PerconaOperator } from './PerconaOperator';

/**
 * A cluster of one of Percona's operators, with everything that is to be read with it.
 */
export class PerconaFacts {
  readonly input: AssemblyInput;
  readonly operator: PerconaOperator;
  /** Reads the cluster itself. */
  readonly cluster: FactReader;

  constructor(input: AssemblyInput, operator: PerconaOperator) {
    this.input = input;
    this.operator = operator;
    this.cluster = this.read(input.root);
  }

  read(fact: Fact): FactReader {
    return new FactReader(this.input.cluster, fact);
  }

  /** Those that are about an object, by name. */
  about(key: string, resource: WatchedResource): Fact[] {
    return (this.input.related.get(qualifiedKind(resource)) ?? [])
      .filter(({ subjects }) => subjects.includes(key))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The backups of the cluster. */
  get backups(): Fact[] {
    return this.about(this.input.root.key, this.operator.backups);
  }

  /** Its pods that exist, and whether the operator's label says that they take writes. */
  get pods(): Array<{ fact: Fact; isPrimary: boolean }> {
    return this.about(this.input.root.key, pods).map(fact => ({
      fact,
      isPrimary:
        booleanAt(fact.data, 'claims', this.operator.id, 'primary') === true,
    }));
  }

  /** The newest backup that succeeded. */
  get newestSuccess(): FactReader | undefined {
    const succeeded = this.backups.filter(
      fact => this.read(fact).string('status', 'state')?.value === 'Succeeded',
    );
    const [newest] = succeeded.sort((a, b) =>
      (b.createdAt ?? '').localeCompare(a.createdAt ?? ''),
    );
    return newest && this.read(newest);
  }

  /** When an object was made, with its evidence. */
  createdAt(fact: Fact): Observed<Instant> | undefined {
    return fact.createdAt === undefined
      ? undefined
      : this.read(fact).derive(
          fact.createdAt,
          ['metadata', 'creationTimestamp'],
          fact.createdAt,
        );
  }

  /** Why a kind could not be read; undefined when it could. */
  unread(resource: WatchedResource) {
    const kind = qualifiedKind(resource);
    return this.input.unread.find(unread => unread.kind === kind);
  }

  /** How many servers are asked for; three where nothing is said, which is the least that both operators take. */
  get desired(): number {
    return (
      this.cluster.number('spec', this.operator.server, 'size')?.value ?? 3
    );
  }
}
