import {
  BackupAttempt,
  Instant,
  Observed,
  RecoveryPoint,
} from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { Arrangement } from './arrangements';
import { incarnationByTime } from './incarnation';
import { MariaDbFacts } from './MariaDbFacts';

/** One of both, or neither. */
export interface Run {
  point?: RecoveryPoint;
  attempt?: BackupAttempt;
}

/** A backup that holds the moment at which it was begun. */
export function pointOf(
  facts: MariaDbFacts,
  { method, store, rollsForward, partial }: Arrangement,
  run: {
    reader: FactReader;
    taken: Observed<Instant>;
    endedAt?: Instant;
    evidence: RecoveryPoint['evidence'];
  },
): RecoveryPoint {
  const { reader, taken, endedAt, evidence } = run;
  return {
    object: reader.reference,
    method,
    storeId: store?.id,
    backupId: reader.reference.name,
    startedAt: taken.value,
    consistentAt: taken.value,
    endedAt,
    // Files are copied with the redo log that makes them consistent, volumes frozen under a lock, dumps taken in one transaction.
    needsWal: false,
    ...(!rollsForward && { rollsForward }),
    partial,
    ...incarnationByTime(facts, taken),
    evidence,
  };
}
