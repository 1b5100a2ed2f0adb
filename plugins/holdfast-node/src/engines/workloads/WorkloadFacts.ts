import {
  AssemblyInput,
  Fact,
  FactReader,
  qualifiedKind,
  WatchedResource,
} from '../../engine';
import { pods } from '../volumes/resources';
import { statefulSets } from './resources';
import { podsOfStatefulSet, Server, serverOf } from './Server';

/**
 * A workload that is a database, with everything that is to be read with it.
 */
export class WorkloadFacts {
  readonly input: AssemblyInput;
  /** Reads the workload itself. */
  readonly workload: FactReader;
  readonly server: Server;

  constructor(input: AssemblyInput) {
    this.input = input;
    this.workload = new FactReader(input.cluster, input.root);
    this.server = serverOf(input.root);
  }

  read(fact: Fact): FactReader {
    return new FactReader(this.input.cluster, fact);
  }

  /** All facts of a kind that were gathered, by name. */
  related(resource: WatchedResource): Fact[] {
    const facts = this.input.related.get(qualifiedKind(resource)) ?? [];
    return [...facts].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Its pods that exist. */
  get pods(): Fact[] {
    const { key } = this.input.root;
    return this.related(pods).filter(({ subjects }) => subjects.includes(key));
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

  /** Why a kind could not be read; undefined when it could. */
  unread(resource: WatchedResource) {
    const kind = qualifiedKind(resource);
    return this.input.unread.find(unread => unread.kind === kind);
  }
}
