import { Observed } from '@holdfast/plugin-holdfast-common';
import {
  AssemblyInput,
  FactReader,
  GatheredFacts,
  MetricSample,
  observeSample,
  qualifiedKind,
  stringAt,
} from '../../engine';
import { pods } from '../volumes/resources';
import { instanceInfo } from './metrics';

/** A pod of the database, with what its operator's labels and its own exporter say. */
export interface RedisPod {
  name: string;
  reader: FactReader;
  /** What the engine's claim kept of its labels. */
  role?: string;
  ip?: string;
}

/**
 * A database of Redis or Valkey with everything that is to be read with it.
 */
export class RedisFacts extends GatheredFacts {
  /** Reads the database's own object. */
  readonly redis: FactReader;
  /** Its pods, by name. */
  readonly pods: readonly RedisPod[];

  /** `engineId`: whose claims say which pods are the database's. */
  constructor(input: AssemblyInput, engineId: string) {
    super(input);
    this.redis = this.read(input.root);
    this.pods = this.about(pods).map(pod => ({
      name: pod.name,
      reader: this.read(pod),
      role: stringAt(pod.data, 'claims', engineId, 'role'),
      ip: stringAt(pod.data, 'claims', engineId, 'ip'),
    }));
  }

  /** What a pod's exporter says. */
  sample(
    pod: string,
    metric: string,
    isMeant: (labels: Record<string, string>) => boolean = () => true,
  ): Observed<number> | undefined {
    const sample = this.#find(pod, metric, isMeant);
    return sample && observeSample(this.#referenceOf(pod), sample);
  }

  /** What a label of a metric says that is there for its labels. */
  label(pod: string, metric: string, label: string) {
    const sample = this.#find(pod, metric, () => true);
    const value = sample?.labels[label];
    if (!sample || !value) return undefined;
    const { evidence } = observeSample(this.#referenceOf(pod), sample);
    return {
      value,
      evidence: { ...evidence, field: `${metric}{${label}}`, value },
    };
  }

  /** Whether a pod takes writes, by its operator's label or else by what it says itself. */
  isPrimary({ name, role }: RedisPod): boolean | undefined {
    const said = role ?? this.label(name, instanceInfo, 'role')?.value;
    if (said === 'master') return true;
    return said === 'slave' || said === 'replica' ? false : undefined;
  }

  /** The pod that a host in a metric means: by its IP, or by the name that it has in DNS. */
  podAt(host: string | undefined): RedisPod | undefined {
    return this.pods.find(
      ({ name, ip }) =>
        host !== undefined && (host === ip || host.split('.')[0] === name),
    );
  }

  #find(
    pod: string,
    metric: string,
    isMeant: (labels: Record<string, string>) => boolean,
  ): MetricSample | undefined {
    const { root, samples } = this.input;
    return samples.find(
      ({ name, labels, value }) =>
        name === metric &&
        labels.pod === pod &&
        labels.namespace === root.namespace &&
        Number.isFinite(value) &&
        isMeant(labels),
    );
  }

  #referenceOf(name: string) {
    const { cluster, root } = this.input;
    return {
      cluster,
      kind: qualifiedKind(pods),
      namespace: root.namespace,
      name,
    };
  }
}
