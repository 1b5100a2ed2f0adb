import { describeMoment } from '../../describe';
import {
  failedChecksOf,
  lastEndedRestore,
} from '../../restores/lastEndedRestore';
import { Rule } from '../../Rule';

/** A server that starts is not yet the data that was lost. */
export const drillCheckFailed: Rule = {
  id: 'restore/drill-check-failed',
  title: 'Restored data is not what it should be',
  description:
    'The last restore came up, but a check of the data in it did not pass: that is a restore that failed.',
  judges: 'facts',
  waivable: false,
  evaluate({ database }) {
    const last = lastEndedRestore(database);
    const failed = last ? failedChecksOf(last) : [];
    if (!last || failed.length === 0) return undefined;
    const [{ name, detail }] = failed;
    const what = detail === undefined ? name : `${name} (${detail})`;
    return {
      rule: this.id,
      severity: 'critical',
      message: `Of the ${
        last.checks?.length
      } checks of the last restore, begun on ${describeMoment(
        last.startedAt,
      )}, ${failed.length} did not pass: ${what}${
        failed.length > 1 ? ' first' : ''
      }. None has succeeded since.`,
      evidence: [last.evidence],
      ceiling: 'at-risk',
      remedy:
        'Find out whether the data or the check is wrong: compare with the database itself, and with an older backup. Rehearse the restore again then.',
    };
  },
};
