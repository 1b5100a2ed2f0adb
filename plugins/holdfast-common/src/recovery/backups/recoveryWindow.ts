import { AttainedRpo, RecoveryWindow } from '../Assessment';
import { instantOf, momentOf } from '../moment';
import { ArchivingProgress } from './archivingProgress';
import { UsableBackups } from './usableBackups';

/**
 * From the first to the latest moment that can be restored; undefined when there is none.
 */
export function recoveryWindow(options: {
  usable: UsableBackups;
  archiving: ArchivingProgress;
  rpo: AttainedRpo;
}): RecoveryWindow | undefined {
  const { usable, archiving, rpo } = options;
  if (usable.oldestAt === undefined || rpo.latestRestorable === undefined) {
    return undefined;
  }
  const { continuedFrom } = usable;
  const continuous = archiving.state !== 'none' && continuedFrom !== undefined;
  const from = continuous ? continuedFrom : usable.oldestAt;
  // What a volume holds of a server that works in memory is older than its copy.
  const to = momentOf(rpo.latestRestorable) ?? from;
  return {
    from: instantOf(Math.min(from, to)),
    to: rpo.latestRestorable,
    continuous,
  };
}
