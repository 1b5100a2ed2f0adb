import { clockSkewMs } from '../../../report/limits';
import { describeBackup, describeMoment } from '../../describe';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** What says that it holds a moment which is still to come was dated by a wrong clock, or by hand, and an attained RPO of 0 s rests on it. */
export const baseBackupAheadOfTime: Rule = {
  id: 'base-backup/ahead-of-time',
  title: 'Backup of a moment that is still to come',
  description:
    'The newest backup is dated later than now, by more than clocks differ, so that what it really holds is not known.',
  judges: 'facts',
  evaluate({ database, usable, clock }) {
    const [newest] = usable.points;
    const at = momentOf(newest?.consistentAt);
    if (at === undefined || clock.hasPassed(at - clockSkewMs)) return undefined;
    return {
      rule: this.id,
      severity: 'warning',
      message: `The newest ${describeBackup(database)} (${
        newest.object.name
      }) is dated ${describeMoment(
        newest.consistentAt,
      )}, which is still to come. What it holds is older, and so is the attained RPO.`,
      evidence: [newest.evidence],
      remedy:
        'Compare the clocks of the nodes, and take a backup once they are right.',
    };
  },
};
