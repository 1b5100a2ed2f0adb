import { Observed } from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  Fact,
  FactReader,
  MetricSample,
  observeSample,
  qualifiedKind,
  WatchedResource,
} from '../../engine';

/**
 * A Cluster with everything that is to be read with it.
 */
export class ClusterFacts {
  readonly input: AssemblyInput;
  /** Reads the Cluster itself. */
  readonly cluster: FactReader;
  readonly currentPrimary?: string;

  constructor(input: AssemblyInput) {
    this.input = input;
    this.cluster = this.read(input.root);
    this.currentPrimary = this.cluster.string(
      'status',
      'currentPrimary',
    )?.value;
  }

  read(fact: Fact): FactReader {
    return new FactReader(this.input.cluster, fact);
  }

  related(resource: WatchedResource): readonly Fact[] {
    return this.input.related.get(qualifiedKind(resource)) ?? [];
  }

  /** What reads the facts of a kind, by name. */
  readers(resource: WatchedResource): FactReader[] {
    return [...this.related(resource)]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(fact => this.read(fact));
  }

  /** Why a kind could not be read; undefined when it could. */
  unread(resource: WatchedResource) {
    const kind = qualifiedKind(resource);
    return this.input.unread.find(unread => unread.kind === kind);
  }

  /** What a pod says about itself. */
  sample(
    pod: string | undefined,
    name: string,
    isMeant: (labels: Record<string, string>) => boolean = () => true,
  ): Observed<number> | undefined {
    const sample = this.#samplesOf(pod, name).find(({ labels }) =>
      isMeant(labels),
    );
    return sample && this.#observe(sample);
  }

  /** The sum over all series of a pod, such as one per database. */
  sum(pod: string | undefined, name: string): Observed<number> | undefined {
    const samples = this.#samplesOf(pod, name);
    const [first] = samples;
    return (
      first &&
      this.#observe({
        ...first,
        value: samples.reduce((total, { value }) => total + value, 0),
      })
    );
  }

  #samplesOf(pod: string | undefined, metric: string): MetricSample[] {
    const { namespace } = this.input.root;
    return this.input.samples.filter(
      ({ name, labels, value }) =>
        name === metric &&
        labels.pod !== undefined &&
        labels.pod === pod &&
        labels.namespace === namespace &&
        Number.isFinite(value),
    );
  }

  #observe(sample: MetricSample): Observed<number> {
    const { cluster, root } = this.input;
    return observeSample(
      {
        cluster,
        kind: 'Pod',
        namespace: root.namespace,
        name: sample.labels.pod,
      },
      sample,
    );
  }
}
