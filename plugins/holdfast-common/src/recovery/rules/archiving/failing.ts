import { describeLog, describeMoment, describeStore } from '../../describe';
import { Rule } from '../../Rule';

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What cannot be archived is lost with the volume, and fills it meanwhile. */
export const archivingFailing: Rule = {
  id: 'archiving/failing',
  title: 'Archiving fails',
  description:
    'WAL cannot be archived. All changes since are on the volumes only, which fill up until it works again.',
  judges: 'facts',
  evaluate({ database, archiving, usable }) {
    if (archiving.state !== 'failing') return undefined;
    const { failure, working, workingSince, lastFailedAt } = database.archiving;
    const since = working?.value === false ? workingSince : lastFailedAt?.value;
    const where = describeStore(usable.store);
    return {
      rule: this.id,
      severity: 'critical',
      message: `${capitalised(
        describeLog(database),
      )} cannot be archived to ${where}${
        since ? ` since ${describeMoment(since)}` : ''
      }${
        archiving.lastArchivedAt === undefined
          ? ''
          : `; the last segment arrived on ${describeMoment(
              archiving.lastArchivedAt,
            )}`
      }${failure ? `: ${failure.value}` : '.'}`,
      evidence: archiving.evidence,
      ceiling: 'at-risk',
      remedy:
        'Mend what the error names. Archiving is tried again by itself; nothing is lost while the volumes last.',
    };
  },
};
