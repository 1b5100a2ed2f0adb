import { ANNOTATION_PREFIX, ANNOTATION_WAIVE } from '../../annotations';
import { DeclaredAnnotations, StatedWaivers, WaiverOrigin } from '../../model';
import { instantOf } from '../moment';

const key = ANNOTATION_WAIVE.slice(ANNOTATION_PREFIX.length);

const form =
  /^(?<rule>[a-z0-9-]+\/[a-z0-9-]+)\s+until\s+(?<until>\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)\s*:\s*(?<reason>\S.*)$/;

const example =
  'write the rule, the end and the reason, as in "placement/single-instance until 2027-01-31: a test system", one a line; a reason has no semicolon and no line break.';

const dayMs = 86_400_000;

/**
 * Reads the waivers that an entity or an object states in an annotation, given by its name without `holdfast.io/`. It never throws: what
 * cannot be read is a problem, and the others hold.
 */
export function readWaivers(options: {
  level: Exclude<WaiverOrigin['level'], 'portal'>;
  reference: string;
  annotations: DeclaredAnnotations;
}): StatedWaivers {
  const { level, reference, annotations } = options;
  const stated: StatedWaivers = { waivers: [], problems: [] };
  const text = annotations[key];
  if (text === undefined) return stated;

  const origin: WaiverOrigin = { level, reference, field: ANNOTATION_WAIVE };
  const entries = text.split(/[\n;]/).map(entry => entry.trim());
  for (const entry of entries.filter(Boolean)) {
    const { rule, until, reason } = form.exec(entry)?.groups ?? {};
    if (rule === undefined) {
      const message = `not a waiver: ${example}`;
      stated.problems.push({ origin, value: entry, message });
      continue;
    }
    const end = endOf(until);
    if (end === undefined) {
      const message = `"${until}" is no day of the calendar: write for example 2027-01-31 or 2027-01-31T12:00:00Z.`;
      stated.problems.push({ origin, value: entry, message });
      continue;
    }
    stated.waivers.push({ rule, reason, until: instantOf(end), origin });
  }
  return stated;
}

/**
 * When a waiver that is said to hold until a day or a moment ends, in ms since 1970: a day counts to its end in UTC. Undefined for what the
 * calendar does not have, and for a time without zone, which would end with that of the machine that reads it.
 *
 * @public
 */
export function endOf(until: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(until)) return undefined;
  const moment = Date.parse(until);
  if (Number.isNaN(moment)) return undefined;
  // Date.parse makes 3 March of 31 February.
  if (instantOf(moment).slice(0, 10) !== until.slice(0, 10)) return undefined;
  return until.includes('T') ? moment : moment + dayMs;
}
