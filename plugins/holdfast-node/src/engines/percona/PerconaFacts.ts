import { Instant, Observed } from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  booleanAt,
  Fact,
  FactReader,
  GatheredFacts,
} from '../../engine';
import { pods } from '../volumes/resources';
import { PerconaOperator } from './PerconaOperator';

/**
 * A cluster of one of Percona's operators, with everything that is to be read with it.
 */
export class PerconaFacts extends GatheredFacts {
  readonly operator: PerconaOperator;
  /** Reads the cluster itself. */
  readonly cluster: FactReader;

  constructor(input: AssemblyInput, operator: PerconaOperator) {
    super(input);
    this.operator = operator;
    this.cluster = this.read(input.root);
  }

  /** The backups of the cluster. */
  get backups(): readonly Fact[] {
    return this.about(this.operator.backups);
  }

  /** Its pods that exist, and whether the operator's label says that they take writes. */
  get pods(): Array<{ fact: Fact; isPrimary: boolean }> {
    return this.about(pods).map(fact => ({
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

  /** How many servers are asked for; three where nothing is said, which is the least that both operators take. */
  get desired(): number {
    return (
      this.cluster.number('spec', this.operator.server, 'size')?.value ?? 3
    );
  }
}
