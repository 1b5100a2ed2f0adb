import { backsItselfUp, isBeside } from '../../backups/beside';
import { describeMoment } from '../../describe';
import { Rule } from '../../Rule';

/** A copy of the volumes is a way out, and not the one that was arranged. */
export const besideArchive: Rule = {
  id: 'coverage/beside-archive',
  title: 'Only copies of the volumes bring it back',
  description:
    "The database's own backups bring nothing back; only copies of its volumes, which another tool takes beside them, do.",
  judges: 'facts',
  evaluate({ database, usable }) {
    const [newest] = usable.points;
    if (!newest || !backsItselfUp(database)) return undefined;
    if (!usable.points.every(({ method }) => isBeside(method))) {
      return undefined;
    }
    return {
      rule: this.id,
      severity: 'warning',
      message: `None of the database's own backups brings it back. A copy of its volumes does, by ${
        newest.method
      } of ${describeMoment(newest.consistentAt)}, and no later moment.`,
      evidence: [newest.evidence, database.archiving.configured.evidence],
      ceiling: 'at-risk',
      remedy: 'Mend the backups of its operator, and take one now.',
    };
  },
};
