import { describeMoment, describeStore } from '../../describe';
import { formatDuration } from '../../../quantity';
import { latestOf, momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** An idle database archives nothing for hours, so that a day of silence is no alarm. */
const leastSeconds = 86_400;
/** As everywhere, a fifth is allowed on top. */
const allowance = 1.2;

/** A store that nobody has written to for long may be gone without anybody having noticed. */
export const storeNoSignOfLife: Rule = {
  id: 'store/no-sign-of-life',
  title: 'No sign of life from the store',
  description:
    'Nothing has arrived in the store for longer than the RPO, a day and the time between two backups, each with a fifth on top.',
  judges: 'facts',
  evaluate({ database, objective, usable, archiving, orders, clock }) {
    const { store } = usable;
    if (!store) return undefined;
    const { working, workingSince } = database.archiving;
    const newest = usable.points.find(({ storeId }) => storeId === store.id);
    const archives = database.archiving.storeId === store.id;
    const successAt = latestOf(
      momentOf(newest?.consistentAt),
      momentOf(store.lastSuccessfulBackup?.value),
      archives ? archiving.lastArchivedAt : undefined,
      archives && working?.value ? momentOf(workingSince) : undefined,
    );
    if (successAt === undefined) return undefined;
    const allowed =
      allowance *
      Math.max(
        objective.rpoSeconds.data.value,
        leastSeconds,
        orders.longestGapSeconds ?? 0,
      );
    if (!clock.hasPassed(successAt + allowed * 1000)) return undefined;
    const cited = store.lastSuccessfulBackup ?? database.archiving.working;
    return {
      rule: this.id,
      severity: 'warning',
      message: `The last success known of ${describeStore(
        store,
      )} was on ${describeMoment(successAt)}, more than ${formatDuration(
        allowed,
      )} ago. Whether it still takes anything is not known.`,
      evidence: cited ? [cited.evidence] : [],
      ceiling: 'at-risk',
      remedy: 'Take a base backup now: it shows whether the store works.',
    };
  },
};
