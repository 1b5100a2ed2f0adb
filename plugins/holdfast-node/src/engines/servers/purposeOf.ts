import { LABEL_PURPOSE, Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';

/** Whether an object says, by label or annotation, that it is there for a drill or a restore. */
export function purposeOf(
  object: FactReader,
): Observed<'drill' | 'restore'> | undefined {
  const purpose =
    object.string('metadata', 'labels', LABEL_PURPOSE) ??
    object.string('metadata', 'annotations', LABEL_PURPOSE);
  return purpose?.value === 'drill' || purpose?.value === 'restore'
    ? { value: purpose.value, evidence: purpose.evidence }
    : undefined;
}
