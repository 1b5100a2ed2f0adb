import { Archiving, Evidence, Observed } from '../model';
import { Assumptions } from './Assumptions';
import { Clock } from './Clock';
import { isFresh } from './isFresh';
import { momentOf } from './moment';

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
  /** When the last segment arrived in the store, as far as somebody says so, in milliseconds since the epoch. */
  lastArchivedAt?: number;
  evidence: Evidence[];
}

/**
 * Judges the archiver. Bad news counts whatever its age; good news only while it is fresh.
 *
 * @public
 */
export function archivingProgress(options: {
  archiving: Archiving;
  clock: Clock;
  assumptions: Assumptions;
}): ArchivingProgress {
  const { archiving, clock, assumptions } = options;
  const { configured, skipped, working, backlogSegments } = archiving;
  if (configured.value !== true) return progress('none', undefined, configured);
  if (skipped?.value === true) return progress('none', undefined, skipped);

  const lastArchivedAt = momentOf(archiving.lastArchivedAt?.value);
  const lastFailedAt = momentOf(archiving.lastFailedAt?.value);
  const workingSince = momentOf(archiving.workingSince);

  if (working && working.value !== true) {
    return progress(
      'failing',
      lastArchivedAt,
      working,
      archiving.failure,
      archiving.lastArchivedAt,
    );
  }
  const recoveredAt = Math.max(
    lastArchivedAt ?? -Infinity,
    (working && workingSince) ?? -Infinity,
  );
  if (lastFailedAt !== undefined && lastFailedAt > recoveredAt) {
    return progress(
      'failing',
      lastArchivedAt,
      archiving.lastFailedAt,
      archiving.failure,
      archiving.lastArchivedAt,
    );
  }

  const backlog = backlogSegments?.value;
  if (backlog !== undefined && backlog > 0) {
    const due =
      (lastArchivedAt ?? -Infinity) +
      ((archiveTimeout(archiving) ?? 0) + assumptions.archivalSeconds) * 1000;
    return progress(
      clock.hasPassed(due) ? 'waiting' : 'draining',
      lastArchivedAt,
      backlogSegments,
      archiving.lastArchivedAt,
    );
  }
  const heard = working !== undefined || lastArchivedAt !== undefined;
  if (
    backlog === 0 &&
    heard &&
    isFresh({ observed: backlogSegments, clock, assumptions })
  ) {
    return progress(
      'drained',
      lastArchivedAt,
      backlogSegments,
      archiving.lastArchivedAt,
      working,
    );
  }
  return working
    ? progress('said', lastArchivedAt, working, archiving.timeoutSeconds)
    : progress('silent', lastArchivedAt, configured);
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

function progress(
  state: ArchivingState,
  lastArchivedAt: number | undefined,
  ...observations: (Observed<unknown> | undefined)[]
): ArchivingProgress {
  const evidence: Evidence[] = [];
  for (const observed of observations) {
    if (observed) evidence.push(observed.evidence);
  }
  return lastArchivedAt === undefined
    ? { state, evidence }
    : { state, lastArchivedAt, evidence };
}
