import { ANNOTATION_HOLD_UNTIL, ANNOTATION_PREFIX } from '../../annotations';
import { Database } from '../../model';
import { Clock } from '../Clock';
import { momentOf } from '../moment';

const key = ANNOTATION_HOLD_UNTIL.slice(ANNOTATION_PREFIX.length);

/** A database that is kept asleep for a while before it is deleted. */
export interface Hold {
  /** Milliseconds since the epoch. */
  until: number;
  /** Whether the time is over, and somebody has to decide. */
  ended: boolean;
}

/**
 * The hold of a database that sleeps and says until when it is kept. One that runs is not held, whatever it says: it takes writes, which have to be
 * archived and backed up as ever. A date that cannot be read is none.
 */
export function holdOf(
  { health, annotations }: Pick<Database, 'health' | 'annotations'>,
  clock: Clock,
): Hold | undefined {
  if (health.state !== 'hibernated') return undefined;
  const until = momentOf(annotations[key]);
  return until === undefined
    ? undefined
    : { until, ended: clock.hasPassed(until) };
}

/** The same, as long as it lasts: nothing is written, so that nothing new has to be backed up. */
export function currentHoldOf(
  database: Pick<Database, 'health' | 'annotations'>,
  clock: Clock,
): Hold | undefined {
  const hold = holdOf(database, clock);
  return hold?.ended ? undefined : hold;
}
