import { baseBackupState } from '../../baseBackupState';
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
    const { point, reason } = context.usable.unusable[0];
    if (reason !== 'partial' || !point.partial) return undefined;
    const { value, evidence } = point.partial;
    return {
      rule: this.id,
      severity: 'critical',
      message: `The newest backup (${point.object.name}, ${describeMoment(
        point.consistentAt,
      )}) holds only ${value}. Nothing brings back the rest of the server.`,
      evidence: [evidence, point.evidence],
      ceiling: 'unprotected',
      remedy: 'Back up all databases of the server.',
    };
  },
};
