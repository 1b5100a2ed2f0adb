import { baseBackupState } from '../../backups/baseBackupState';
import {
  describeBackup,
  describeLog,
  describeMoment,
  describeStore,
} from '../../describe';
import { Rule } from '../../Rule';

/** Archived WAL is worth nothing without a base backup to start from. */
export const noBaseBackup: Rule = {
  id: 'base-backup/none',
  title: 'No base backup',
  description:
    'There is no base backup at all, so that nothing can be restored, however much WAL is archived.',
  judges: 'facts',
  evaluate(context) {
    if (baseBackupState(context) !== 'none') return undefined;
    const { database, usable } = context;
    const { configured, working } = database.archiving;
    const first = database.attempts.find(
      ({ state }) => state === 'running' || state === 'pending',
    );
    const backup = describeBackup(database);
    const sentences = [
      usable.store
        ? `No ${backup} on the store in use (${describeStore(usable.store)}).`
        : `No ${backup}, and no store for one.`,
    ];
    if (context.archiving.state !== 'none') {
      sentences.push(
        `Archived ${describeLog(database)} alone cannot be restored.`,
      );
    }
    if (first) {
      sentences.push(
        first.startedAt
          ? `${first.object.name} has been running since ${describeMoment(
              first.startedAt,
            )}.`
          : `${first.object.name} has not started yet.`,
      );
    }
    const evidence = [(working ?? configured).evidence];
    if (first) evidence.push(first.evidence);
    return {
      rule: this.id,
      severity: 'critical',
      message: sentences.join(' '),
      evidence,
      ceiling: 'unprotected',
      remedy: first
        ? 'Wait for the running backup, then look again.'
        : `Take a ${backup} now, and schedule further ones.`,
    };
  },
};
