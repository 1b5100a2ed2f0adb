import { InputProblem } from '../api/inputProblemsOf';
import { problemWith } from '../provisioning/postgresql/problemsWith';
import { clockSkewMs } from './limits';
import { RestoreReport } from './RestoreReport';

/**
 * What cannot be about the times of a report: an end before its beginning, or anything that is still to come.
 *
 * @param writtenAt - when it was written, or came; undefined when that is not known. Clocks may be 5 min apart.
 */
export function problemsOfTimes(
  report: Omit<RestoreReport, 'startedAt'> & { startedAt?: string },
  writtenAt: Date | undefined,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const { startedAt, readyAt, endedAt, recoveryTarget, outcome } = report;
  const refuse = (
    field: 'startedAt' | 'readyAt' | 'endedAt' | 'recoveryTarget',
    message: string,
  ) => problems.push(problemWith(field, report[field], message));

  const latest = (writtenAt?.getTime() ?? Infinity) + clockSkewMs;
  for (const field of ['startedAt', 'readyAt', 'endedAt'] as const) {
    const instant = report[field];
    if (instant !== undefined && Date.parse(instant) > latest) {
      refuse(
        field,
        `is later than the report, which was written at ${writtenAt?.toISOString()}; only what has ended is reported`,
      );
    }
  }
  const isBefore = (one: string | undefined, other: string | undefined) =>
    one !== undefined &&
    other !== undefined &&
    Date.parse(one) < Date.parse(other);
  if (isBefore(readyAt, startedAt)) {
    refuse('readyAt', `has to be after startedAt, ${startedAt}`);
  }
  if (isBefore(endedAt, readyAt ?? startedAt)) {
    refuse(
      'endedAt',
      `has to be after ${readyAt ? 'readyAt' : 'startedAt'}, ${
        readyAt ?? startedAt
      }`,
    );
  }
  if (isBefore(startedAt, recoveryTarget)) {
    refuse(
      'recoveryTarget',
      `has to be before startedAt, ${startedAt}: nothing is restored to a moment that is still to come`,
    );
  }
  if (
    outcome === 'succeeded' &&
    readyAt === undefined &&
    endedAt === undefined
  ) {
    refuse(
      'readyAt',
      'is missing: a restore that succeeded was ready at some time',
    );
  }
  return problems;
}
