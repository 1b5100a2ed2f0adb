import { Observed } from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  FactReader,
  GatheredFacts,
  MetricSample,
  observeSample,
  WatchedResource,
} from '../../engine';

/**
 * A Cluster with everything that is to be read with it.
 */
export class ClusterFacts extends GatheredFacts {
  /** Reads the Cluster itself. */
  readonly cluster: FactReader;
  readonly currentPrimary?: string;

  constructor(input: AssemblyInput) {
    super(input);
    this.cluster = this.read(input.root);
    this.currentPrimary = this.cluster.string(
      'status',
      'currentPrimary',
    )?.value;
  }

  /** What reads the facts of a kind, by name. */
  readers(resource: WatchedResource): FactReader[] {
    return this.related(resource).map(fact => this.read(fact));
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
