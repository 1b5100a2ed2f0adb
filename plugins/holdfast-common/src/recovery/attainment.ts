import { Assessment } from './Assessment';
import { Verdict } from './Verdict';

/**
 * Whether an objective was attained for a while. `exempt`: it was not asked for.
 *
 * @public
 */
export type AttainmentState = 'met' | 'missed' | 'unknown' | 'exempt';

/**
 * A moment at which the state became another one, in ms since 1970. Without a state the database was not there from then on.
 *
 * @public
 */
export interface AttainmentChange {
  at: number;
  state?: AttainmentState;
}

/**
 * How long an objective was attained within a window.
 *
 * @public
 */
export interface Attainment {
  /** Since when it is counted, in ms since 1970: the begin of the window, or the first sight of the database. */
  from: number;
  to: number;
  seconds: Record<AttainmentState, number>;
  /** Time met over time met or missed, from 0 to 1. What is unknown or exempt counts on neither side. Absent: there was neither. */
  attained?: number;
}

/**
 * Adds up for how long each state held. Time before the first sight, and time in which the database was not there, is not counted.
 *
 * @param options - `changes` oldest first; `from` and `to` in ms since 1970
 * @returns undefined when nothing of the window is counted
 * @public
 */
export function attainmentOver(options: {
  changes: readonly AttainmentChange[];
  from: number;
  to: number;
}): Attainment | undefined {
  const { changes, from, to } = options;
  const milliseconds = { met: 0, missed: 0, unknown: 0, exempt: 0 };
  let counted = false;
  let since = to;
  changes.forEach(({ at, state }, index) => {
    const begin = Math.max(at, from);
    const end = Math.min(changes[index + 1]?.at ?? to, to);
    if (!state || end <= begin) return;
    if (!counted) since = begin;
    counted = true;
    milliseconds[state] += end - begin;
  });
  if (!counted) return undefined;
  const { met, missed, unknown, exempt } = milliseconds;
  return {
    from: since,
    to,
    seconds: {
      met: met / 1000,
      missed: missed / 1000,
      unknown: unknown / 1000,
      exempt: exempt / 1000,
    },
    ...(met + missed > 0 && { attained: met / (met + missed) }),
  };
}

const states: Record<Verdict, AttainmentState> = {
  proven: 'met',
  protected: 'met',
  'at-risk': 'missed',
  unprotected: 'missed',
  unknown: 'unknown',
  exempt: 'exempt',
};

/**
 * What a verdict says of the objectives as a whole.
 *
 * @public
 */
export function attainmentOf(verdict: Verdict): AttainmentState {
  return states[verdict];
}

/**
 * Whether the RPO for the loss of data is attained at the moment of an assessment. With nothing to restore from it is missed.
 *
 * @public
 */
export function rpoAttainmentOf({
  verdict,
  rpo,
  objective,
}: Pick<Assessment, 'verdict' | 'rpo' | 'objective'>): AttainmentState {
  const { seconds, atMostSeconds } = rpo.data;
  if (verdict === 'exempt' || verdict === 'unknown') return states[verdict];
  const exposure = atMostSeconds ?? seconds;
  if (exposure === undefined) {
    return verdict === 'unprotected' ? 'missed' : 'unknown';
  }
  return exposure <= objective.rpoSeconds.data.value ? 'met' : 'missed';
}
