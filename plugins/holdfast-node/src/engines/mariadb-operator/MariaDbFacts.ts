import { AssemblyInput, FactReader, GatheredFacts } from '../../engine';

/**
 * A MariaDB with everything that is to be read with it.
 */
export class MariaDbFacts extends GatheredFacts {
  /** Reads the MariaDB itself. */
  readonly mariadb: FactReader;
  readonly currentPrimary?: string;

  constructor(input: AssemblyInput) {
    super(input);
    this.mariadb = this.read(input.root);
    this.currentPrimary = this.mariadb.string(
      'status',
      'currentPrimary',
    )?.value;
  }

  /** How many instances are asked for. */
  get desired(): number {
    return this.mariadb.number('spec', 'replicas')?.value ?? 1;
  }

  isEnabled(topology: 'galera' | 'replication' | 'multiCluster'): boolean {
    return this.mariadb.boolean('spec', topology, 'enabled')?.value === true;
  }
}
