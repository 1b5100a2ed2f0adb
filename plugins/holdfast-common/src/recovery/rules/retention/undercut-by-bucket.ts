import { describeStore } from '../../describe';
import { formatDuration } from '../../../quantity';
import { Rule } from '../../Rule';

/** A lifecycle rule deletes by age alone, and so takes the base backup away from under the WAL that needs it. */
export const retentionUndercutByBucket: Rule = {
  id: 'retention/undercut-by-bucket',
  title: 'Bucket deletes what is to be kept',
  description:
    'The bucket expires objects before the retention is over, base backups that are still needed among them.',
  judges: 'arrangement',
  evaluate({ database, objective }) {
    const { value } = objective.retentionSeconds;
    for (const store of database.stores) {
      const { inUse, lifecycleExpirySeconds, retentionSeconds } = store;
      if (!inUse || !lifecycleExpirySeconds) continue;
      const kept = Math.max(retentionSeconds?.value ?? 0, value);
      if (lifecycleExpirySeconds.value >= kept) continue;
      const missed = lifecycleExpirySeconds.value < value;
      return {
        rule: this.id,
        severity: missed ? 'critical' : 'warning',
        message: `The bucket of ${describeStore(
          store,
        )} deletes objects after ${formatDuration(
          lifecycleExpirySeconds.value,
        )}, while ${
          missed
            ? `the objective is to keep recovery points for ${formatDuration(
                value,
              )}`
            : `the retention is ${formatDuration(kept)}`
        }.`,
        evidence: [
          lifecycleExpirySeconds.evidence,
          ...(retentionSeconds ? [retentionSeconds.evidence] : []),
        ],
        ceiling: 'at-risk',
        remedy:
          'Let the bucket expire objects well after the retention, or not at all: the backup tool deletes what is no longer needed.',
      };
    }
    return undefined;
  },
};
