import { Rule } from '../../Rule';

/**
 * A Deployment starts a new pod before it ends the old one unless told otherwise (`strategy.type: Recreate`, or `maxSurge: 0`). With
 * `ReadWriteOnce` both may mount the volume on one node; on two, the new one waits for ever (Kubernetes documentation, "Deployments" and
 * "Persistent Volumes").
 */
export const rollingUpdateOneWriter: Rule = {
  id: 'placement/rolling-update-one-writer',
  title: 'Two servers on one volume while it is updated',
  description:
    'Each change of its pods starts a new server on the volume of the one that still runs. On one node both write to the same files; on two, the new one never gets the volume.',
  judges: 'arrangement',
  evaluate({ database }) {
    const { overlapsOnChange, volumes } = database;
    if (overlapsOnChange?.value !== true) return undefined;
    const data = volumes.filter(({ role }) => role === 'data');
    const isGuarded =
      data.length > 0 &&
      data.every(
        ({ accessModes }) => accessModes?.value === 'ReadWriteOncePod',
      );
    if (isGuarded) return undefined;
    return {
      rule: this.id,
      severity: 'warning',
      message:
        'Each change of its pods starts a second server on the same volume before the first one has ended. On one node both have the same files open; on two, the new one waits for a volume that it does not get.',
      evidence: [
        overlapsOnChange.evidence,
        ...data.flatMap(({ accessModes }) => accessModes?.evidence ?? []),
      ],
      remedy:
        'Set `strategy.type: Recreate`, or make it a StatefulSet, and ask for `ReadWriteOncePod` where the storage can do that.',
    };
  },
};
