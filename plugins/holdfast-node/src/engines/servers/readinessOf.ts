import { Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';

/** Whether a pod is ready, by its condition; undefined while it has none. */
export function readinessOf(pod: FactReader): Observed<boolean> | undefined {
  const status = pod.condition('Ready')?.status;
  return status && { ...status, value: status.value === 'True' };
}
