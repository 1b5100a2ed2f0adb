import { baseBackupState } from '../../backups/baseBackupState';
import { Rule } from '../../Rule';

/** An `emptyDir` survives its containers, not its pod (Kubernetes documentation, "Volumes"); what a container writes anywhere else, not even those. */
export const volumeEphemeral: Rule = {
  id: 'volume/ephemeral',
  title: 'Data goes with the pod',
  description:
    'The data directory lies on no claim but on storage that is deleted with its pod, so that an update, an eviction or a drained node deletes the data.',
  judges: 'arrangement',
  evaluate(context) {
    const { unclaimed, persistence } = context.database;
    // A server that works in memory is judged by what it writes at all.
    if (unclaimed?.value !== 'pod' || persistence) return undefined;
    const state = baseBackupState(context);
    const isLost = state === 'none' || state === 'unusable';
    return {
      rule: this.id,
      severity: 'critical',
      message: `The data lies on storage that goes with the pod: an update, an eviction or a drained node deletes it. ${
        isLost
          ? 'Nothing brings it back then.'
          : 'Each time it has to be restored, without what was written since the last backup.'
      }`,
      evidence: [unclaimed.evidence],
      ceiling: isLost ? 'unprotected' : 'at-risk',
      remedy:
        'Mount a claim at the data directory. For a scratch database state the objective `rpo: none` with a reason.',
    };
  },
};
