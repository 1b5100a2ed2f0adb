import { Database } from '../../../model';
import { formatDuration } from '../../../quantity';
import { currentHoldOf } from '../../deletion/holdOf';
import { describeBackup, describeMoment, describeStore } from '../../describe';
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
    'Nothing has arrived in the store for longer than the RPO, a day and the time between two backups, each with a fifth on top. For a database that is held, nothing was restored from it within the drill interval either.',
  judges: 'facts',
  evaluate({ database, objective, usable, archiving, orders, clock }) {
    const { store } = usable;
    if (!store) return undefined;
    const { working, workingSince } = database.archiving;
    const newest = usable.points.find(({ storeId }) => storeId === store.id);
    const archives = database.archiving.storeId === store.id;
    const hold = currentHoldOf(database, clock);
    const successAt = latestOf(
      momentOf(newest?.consistentAt),
      momentOf(store.lastSuccessfulBackup?.value),
      archives ? archiving.lastArchivedAt : undefined,
      archives && working?.value ? momentOf(workingSince) : undefined,
      ...(hold ? successfulRestores(database) : []),
    );
    if (successAt === undefined) return undefined;
    // Nothing has to arrive while it is held; what is there shows by a restore.
    const allowed = hold
      ? objective.drillIntervalSeconds.value
      : allowance *
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
      )} ago. ${
        hold
          ? 'Whether it still holds anything is not known.'
          : 'Whether it still takes anything is not known.'
      }`,
      evidence: cited ? [cited.evidence] : [],
      ceiling: 'at-risk',
      remedy: hold
        ? 'Restore a copy from it: that shows whether the backups are there.'
        : `Take a ${describeBackup(
            database,
          )} now: it shows whether the store works.`,
    };
  },
};

/** Moments at which something was read back, which the store has to have had then. */
function successfulRestores({ restores }: Database): (number | undefined)[] {
  return restores
    .filter(({ state }) => state === 'succeeded')
    .map(({ startedAt }) => momentOf(startedAt));
}
