import { describeMoment } from '../../describe';
import { isVolumeCopy } from '../../backups/isVolumeCopy';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** A snapshot that stays in its storage leaves nothing in the cluster that shows it. */
export const intendedOnly: Rule = {
  id: 'coverage/intended-only',
  title: 'Nothing shows that the bytes were copied',
  description:
    'The newest backup was to take the volumes of the database, and nothing that can be read in the cluster shows that it did.',
  judges: 'facts',
  evaluate({ usable }) {
    const point = usable.uncertain
      .filter(
        untold => untold.holding?.value === 'intended' && isVolumeCopy(untold),
      )
      .reduce<(typeof usable.uncertain)[number] | undefined>(
        (newest, other) =>
          (momentOf(other.consistentAt) ?? -Infinity) >
          (momentOf(newest?.consistentAt) ?? -Infinity)
            ? other
            : newest,
        undefined,
      );
    const at = momentOf(point?.consistentAt);
    if (!point?.holding || at === undefined) return undefined;
    const { newestAt } = usable;
    if (newestAt !== undefined && newestAt >= at) return undefined;
    const claims = point.claims?.join(', ');
    return {
      rule: this.id,
      severity: newestAt === undefined ? 'warning' : 'info',
      message: `${point.object.name} (${describeMoment(
        point.consistentAt,
      )}) was to take ${
        claims ? `the bytes of ${claims}` : 'the volumes'
      }, and nothing in the cluster shows that they are in it.`,
      evidence: [point.holding.evidence],
      ...(newestAt === undefined && { ceiling: 'unknown' }),
      remedy:
        'Have the snapshots moved to the store (`snapshotMoveData: true`): each volume then has an object that tells. Or restore a copy: that proves it.',
    };
  },
};
