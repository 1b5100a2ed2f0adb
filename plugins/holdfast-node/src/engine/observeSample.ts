import { ObjectReference, Observed } from '@holdfast/plugin-holdfast-common';
import { MetricSample } from './Engine';

/**
 * Points at a metric of an object as evidence.
 *
 * @public
 */
export function observeSample(
  object: ObjectReference,
  sample: MetricSample,
): Observed<number> {
  return {
    value: sample.value,
    evidence: {
      object,
      field: sample.name,
      value: sample.value,
      observedAt: sample.observedAt,
    },
  };
}
