import {
  AssemblyInput,
  Fact,
  FactReader,
  GatheredFacts,
  qualifiedKind,
} from '../../engine';
import { pods } from '../volumes/resources';
import { statefulSets } from './resources';
import { podsOfStatefulSet, Server, serverOf } from './Server';

/**
 * A workload that is a database, with everything that is to be read with it.
 */
export class WorkloadFacts extends GatheredFacts {
  /** Reads the workload itself. */
  readonly workload: FactReader;
  readonly server: Server;

  constructor(input: AssemblyInput) {
    super(input);
    this.workload = this.read(input.root);
    this.server = serverOf(input.root);
  }

  /** Its pods that exist. */
  get pods(): readonly Fact[] {
    return this.about(pods);
  }

  /** The names of the pods that are asked for, where they can be told beforehand. */
  get expectedPods(): string[] {
    const { kind, name } = this.input.root;
    return kind === qualifiedKind(statefulSets)
      ? podsOfStatefulSet(name, this.workload.object('spec'))
      : [];
  }

  /** How many pods are asked for. */
  get desired(): number {
    return this.workload.number('spec', 'replicas')?.value ?? 1;
  }

  /** Whether its pods are servers that know nothing of one another, each with data of its own. */
  get areStrangers(): boolean {
    return this.desired > 1 && this.server.replication === undefined;
  }
}
