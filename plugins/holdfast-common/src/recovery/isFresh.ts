import { Observed } from '../model';
import { Assumptions } from './Assumptions';
import { Clock } from './Clock';
import { momentOf } from './moment';

/**
 * Whether a measured value is recent enough to count as good news. What carries no time of its own is as fresh as the contact to its
 * cluster.
 */
export function isFresh(options: {
  observed: Observed<unknown> | undefined;
  clock: Clock;
  assumptions: Assumptions;
}): boolean {
  const { observed, clock, assumptions } = options;
  if (!observed) return false;
  const { observedAt } = observed.evidence;
  if (observedAt === undefined) return true;
  const measuredAt = momentOf(observedAt);
  return (
    measuredAt !== undefined &&
    !clock.hasPassed(measuredAt + assumptions.sampleLifetimeSeconds * 1000)
  );
}
