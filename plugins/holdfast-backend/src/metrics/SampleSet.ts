import { FactKey, MetricSample } from '@holdfast/plugin-holdfast-node';

/**
 * What one query said about one object.
 */
export interface SampleSet {
  subject: FactKey;
  samples: Array<Omit<MetricSample, 'observedAt'>>;
  /** Of labels and values, not of the time. */
  hash: string;
}
