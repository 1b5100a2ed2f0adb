import { Assessment } from '@holdfast/plugin-holdfast-common';
import { useNow } from '../time';

/** The moment that an assessment is shown for: now; or when contact was lost, since then nothing is known. */
export function useMomentOf(assessment: Assessment): number {
  const now = useNow();
  return assessment.staleSince ? Date.parse(assessment.staleSince) : now;
}
