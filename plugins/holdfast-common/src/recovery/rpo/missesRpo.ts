import { AttainedRpo } from '../Assessment';
import { Clock } from '../Clock';
import { momentOf } from '../moment';

/** At risk begins a fifth of the objective before it is missed. */
const soonShare = 0.8;

/**
 * Whether an attained RPO is over its objective, or will be within a fifth of the objective's length. What stays below a bound is
 * judged by the bound, since it swings below it.
 */
export function missesRpo(options: {
  attained: AttainedRpo;
  objectiveSeconds: number;
  clock: Clock;
}): 'missed' | 'soon' | undefined {
  const { attained, objectiveSeconds, clock } = options;
  if (attained.atMostSeconds !== undefined) {
    return attained.atMostSeconds <= objectiveSeconds ? undefined : 'missed';
  }
  const latest = momentOf(attained.latestRestorable);
  if (latest === undefined) return undefined;
  // Just attaining the objective is attaining it: it is missed a millisecond later.
  if (clock.hasPassed(latest + objectiveSeconds * 1000 + 1)) return 'missed';
  return clock.hasPassed(latest + objectiveSeconds * soonShare * 1000)
    ? 'soon'
    : undefined;
}
