import { Archiving, Evidence, Observed } from '../../model';
import { Assumptions } from '../Assumptions';
import { Clock } from '../Clock';
import { isFresh } from '../isFresh';
import { momentOf } from '../moment';

/**
 * How the archiving of WAL goes, from what the operator says and from what metrics show.
 *
 * - `none`: there is no archiver, or it throws the WAL away
 * - `failing`: its last attempt failed
 * - `waiting`: closed segments wait for longer than an archival takes
 * - `draining`: closed segments wait, as they do for a moment each time
 * - `drained`: metrics show that everything that was closed is in the store
 * - `said`: the operator says that it works, and no metrics show more
 * - `silent`: nobody says anything
 *
 * @public
 */
export type ArchivingState =
  | 'none'
  | 'failing'
  | 'waiting'
  | 'draining'
  | 'drained'
  | 'said'
  | 'silent';

/**
 * @public
 */
export interface ArchivingProgress {
  state: ArchivingState;
  /** Whether anybody says anything about it that can still be believed: its operator, or metrics that are fresh. */
  heard: boolean;
  /** When the last segment arrived in the store, as far as somebody says so, in milliseconds since the epoch. */
  lastArchivedAt?: number;
  evidence: Evidence[];
}

/**
 * Judges the archiver. Bad news counts whatever its age; good news only while it is fresh.
 */
export function archivingProgress(options: {
  archiving: Archiving;
  clock: Clock;
  assumptions: Assumptions;
}): ArchivingProgress {
  const { archiving, clock, assumptions } = options;
  const { configured, skipped, working, backlogSegments } = archiving;
  const lastArchivedAt = momentOf(archiving.lastArchivedAt?.value);
  const fresh = isFresh({ observed: backlogSegments, clock, assumptions });
  const heard =
    working !== undefined || (fresh && lastArchivedAt !== undefined);
  const progress = (
    state: ArchivingState,
    ...observations: (Observed<unknown> | undefined)[]
  ): ArchivingProgress => {
    const evidence: Evidence[] = [];
    for (const observed of observations) {
      if (observed) evidence.push(observed.evidence);
    }
    return { state, heard, lastArchivedAt, evidence };
  };

  if (configured.value !== true) return progress('none', configured);
  if (skipped?.value === true) return progress('none', skipped);

  const failed = lastFailure(archiving, lastArchivedAt);
  if (failed) {
    return progress(
      'failing',
      failed,
      archiving.failure,
      archiving.lastArchivedAt,
    );
  }
  if (backlogSegments && backlogSegments.value > 0) {
    const due =
      (lastArchivedAt ?? -Infinity) +
      ((archiveTimeout(archiving) ?? 0) + assumptions.archivalSeconds) * 1000;
    return progress(
      clock.hasPassed(due) ? 'waiting' : 'draining',
      backlogSegments,
      archiving.lastArchivedAt,
    );
  }
  if (backlogSegments?.value === 0 && fresh && heard) {
    return progress(
      'drained',
      backlogSegments,
      archiving.lastArchivedAt,
      working,
    );
  }
  return working
    ? progress(
        'said',
        working,
        archiveTimeout(archiving) === undefined
          ? archiving.lastArchivedAt
          : archiving.timeoutSeconds,
      )
    : progress('silent', configured);
}

/** What shows that the last attempt failed, if it did. */
function lastFailure(
  archiving: Archiving,
  lastArchivedAt = -Infinity,
): Observed<unknown> | undefined {
  const { working, workingSince, lastFailedAt } = archiving;
  if (working && working.value !== true) return working;
  const failedAt = momentOf(lastFailedAt?.value);
  const recoveredAt = working ? momentOf(workingSince) : undefined;
  return failedAt !== undefined &&
    failedAt > Math.max(lastArchivedAt, recoveredAt ?? -Infinity)
    ? lastFailedAt
    : undefined;
}

/** Beyond this a timeout limits nothing: PostgreSQL's largest, which stands for none, is 34 years. */
const longestTimeoutSeconds = 30 * 86_400;

/**
 * Seconds that changes may wait in an open segment; undefined when nothing closes it but its being full.
 */
export function archiveTimeout({
  timeoutSeconds,
}: Archiving): number | undefined {
  const { value } = timeoutSeconds;
  return value > 0 && value <= longestTimeoutSeconds ? value : undefined;
}
