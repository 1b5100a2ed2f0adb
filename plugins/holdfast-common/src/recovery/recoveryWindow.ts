import { ArchivingProgress } from './archivingProgress';
import { AttainedRpo, RecoveryWindow } from './Assessment';
import { instantOf } from './moment';
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
  return {
    from: instantOf(continuous ? continuedFrom : usable.oldestAt),
    to: rpo.latestRestorable,
    continuous,
  };
}
