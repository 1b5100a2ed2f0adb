import { timestamp } from '../../postgresql/names';

/** A condition that holds, as `metav1.Condition` has it. */
export function condition(
  type: string,
  reason: string,
  message: string,
  since: Date,
) {
  return {
    type,
    status: 'True',
    reason,
    message,
    lastTransitionTime: timestamp(since),
  };
}
