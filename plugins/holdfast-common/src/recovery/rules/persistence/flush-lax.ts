import { isVolumeCopy } from '../../backups/isVolumeCopy';
import { Rule } from '../../Rule';

/** Redis' documentation: with `no`, Linux usually flushes every 30 seconds, "but it's up to the kernel's exact tuning". */
export const persistenceFlushLax: Rule = {
  id: 'persistence/flush-lax',
  title: 'Log of writes flushed when the kernel likes',
  description:
    'The log of writes is not forced to the disk (appendfsync no), so that nothing limits what the loss of a node costs.',
  judges: 'arrangement',
  evaluate({ database, survivors, usable }) {
    const { log, storage } = database.persistence ?? {};
    if (
      storage?.value !== 'claim' ||
      log?.enabled.value !== true ||
      log.flush?.value !== 'no'
    ) {
      return undefined;
    }
    const replaced = survivors.node.replica === true;
    // What the server itself gave out owes nothing to its log.
    const dumped = usable.points.some(point => !isVolumeCopy(point));
    return {
      rule: this.id,
      severity: 'warning',
      message: `The log of writes is flushed to the disk when the kernel likes (appendfsync no), about every 30 s as a rule. Nothing limits what ${
        replaced
          ? 'a copy of the volume lacks.'
          : 'the loss of the node costs, or what a copy of the volume lacks.'
      }`,
      evidence: [log.flush.evidence],
      ...(!dumped && { ceiling: 'at-risk' }),
      remedy: 'Set `appendfsync everysec`, which is the default.',
    };
  },
};
