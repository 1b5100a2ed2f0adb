import { ScheduleTraits } from '../postgresql/DatabaseTraits';

/** Every night after 02:00, at a minute of its own. */
export function nightly(minute: number): ScheduleTraits {
  return { expression: `0 ${minute} 2 * * *` };
}
