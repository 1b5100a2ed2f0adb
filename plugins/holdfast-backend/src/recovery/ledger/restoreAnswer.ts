import { RestoreEntry } from '@holdfast/plugin-holdfast-common';
import { LedgerEntry, outcomeOf, secondsOf } from './LedgerEntry';

/**
 * An entry of the ledger as the API shows it.
 *
 * @param options - `uid` of the database as it is now
 */
export function restoreAnswer(
  entry: LedgerEntry,
  options: { uid: string },
): RestoreEntry {
  const { restore, reportedBy, recordedAt } = entry;
  const { state, checks = [], origin = 'seen', evidence, ...rest } = restore;
  const seconds = secondsOf(restore);
  return {
    ...rest,
    id: restore.id ?? entry.key,
    origin,
    outcome: outcomeOf(restore),
    ...(seconds !== undefined && { seconds }),
    checks,
    incarnation: entry.uid === options.uid ? 'current' : 'other',
    recordedAt: new Date(recordedAt).toISOString(),
    ...(reportedBy !== undefined && { reportedBy }),
    evidence: [evidence],
  };
}
