import { isVolumeCopy } from '../../backups/isVolumeCopy';
import { Finding } from '../../Finding';
import { Rule, RuleContext } from '../../Rule';

/** Redis' documentation names it: a primary that restarts empty empties its replicas, too ("Redis replication", safety without persistence). */
export const persistenceNone: Rule = {
  id: 'persistence/none',
  title: 'Nothing is written to disk',
  description:
    'The server keeps its data in memory alone: it is gone with the process, and a copy of a volume holds none of it.',
  judges: 'arrangement',
  evaluate(context) {
    const { persistence } = context.database;
    if (!persistence || persistence.storage.value !== 'none') return undefined;
    const { storage, snapshots, log } = persistence;
    return {
      rule: this.id,
      ...limitOfLoss(context),
      message:
        'Neither snapshots (save) nor a log of writes (appendonly) are on: all data is in memory alone and lost when the process ends. If a primary comes back empty before a replica has taken over, its replicas are emptied, too.',
      evidence: [storage, snapshots?.longestIntervalSeconds, log?.enabled]
        .flatMap(observed => observed?.evidence ?? [])
        .filter((cited, index, all) => all.indexOf(cited) === index),
      remedy:
        'Turn the log of writes on (appendonly yes) on a volume of its own, or, if it is a cache, say so: the objective `rpo: none` with a reason.',
    };
  },
};

/** Only what the server itself gave out, such as a dump, can then bring it back. */
export function limitOfLoss({
  usable,
}: Pick<RuleContext, 'usable'>): Pick<Finding, 'severity' | 'ceiling'> {
  return usable.points.some(point => !isVolumeCopy(point))
    ? { severity: 'warning' }
    : { severity: 'critical', ceiling: 'unprotected' };
}
