import { baseBackupState } from '../../backups/baseBackupState';
import { describeMoment } from '../../describe';
import { Rule } from '../../Rule';

/** A dump of some databases brings back those, and not their server. */
export const baseBackupPartial: Rule = {
  id: 'base-backup/partial',
  title: 'Only a part is backed up',
  description:
    'The newest backup holds only some of the databases of the server, and no other one holds them all.',
  judges: 'facts',
  evaluate(context) {
    if (baseBackupState(context) !== 'unusable') return undefined;
    const { database, usable } = context;
    const { point, reason } = usable.unusable[0];
    if (reason !== 'partial') return undefined;
    const { value, evidence } = point.partial ?? {
      value: `the volumes of some of the ${database.shards?.value} shards`,
      evidence: (database.shards ?? point).evidence,
    };
    return {
      rule: this.id,
      severity: 'critical',
      message: `The newest backup (${point.object.name}, ${describeMoment(
        point.consistentAt,
      )}) holds only ${value}. Nothing brings back the rest of the server.`,
      evidence: [evidence, point.evidence],
      ceiling: 'unprotected',
      remedy: point.partial
        ? 'Back up all databases of the server.'
        : 'Back up a volume of every shard at one moment: all of its claims, with Velero or a group of snapshots.',
    };
  },
};
