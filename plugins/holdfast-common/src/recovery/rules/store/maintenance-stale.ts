import { BackupStore, StoreMaintenance } from '../../../model';
import { formatDuration } from '../../../quantity';
import { Clock } from '../../Clock';
import { describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** A run may wait for a backup, and fail once. */
const allowedIntervals = 3;

/** Nobody looks at a repository until it is full, or cannot be opened. */
export const storeMaintenanceStale: Rule = {
  id: 'store/maintenance-stale',
  title: 'Upkeep of the repository is stale',
  description:
    'The repository of a store cannot be opened, or its maintenance failed or was last done more than three of its intervals ago: what has expired is not dropped.',
  judges: 'facts',
  evaluate({ database, clock }) {
    const told = new Set<string>();
    return database.stores.flatMap((store): Finding[] => {
      const { maintenance } = store;
      if (!maintenance || told.has(maintenance.repository.name)) return [];
      told.add(maintenance.repository.name);
      return unready(store, maintenance) ?? stale(maintenance, clock) ?? [];
    });
  },
};

const rule = 'store/maintenance-stale';

function unready(
  { inUse }: BackupStore,
  { repository, ready }: StoreMaintenance,
): Finding[] | undefined {
  if (ready?.value !== false) return undefined;
  return [
    {
      rule,
      severity: 'warning',
      message: `The repository ${repository.name} cannot be opened: nothing can be copied to it or restored from it.`,
      evidence: [ready.evidence],
      ...(inUse && { ceiling: 'at-risk' }),
      remedy: `Look at the message of ${repository.name}, and at the credential and the password of the repository.`,
    },
  ];
}

function stale(
  { repository, frequencySeconds, lastSucceededAt, failure }: StoreMaintenance,
  clock: Clock,
): Finding[] | undefined {
  const last = momentOf(lastSucceededAt?.value);
  const allowed =
    frequencySeconds && frequencySeconds.value > 0
      ? allowedIntervals * frequencySeconds.value
      : undefined;
  const isOverdue =
    last !== undefined &&
    allowed !== undefined &&
    clock.hasPassed(last + allowed * 1000);
  if (!failure && !isOverdue) return undefined;
  const since = lastSucceededAt
    ? ` It last succeeded on ${describeMoment(lastSucceededAt.value)}.`
    : '';
  const interval = frequencySeconds
    ? ` It is due every ${formatDuration(frequencySeconds.value)}.`
    : '';
  return [
    {
      rule,
      severity: isOverdue ? 'warning' : 'info',
      message: `Maintenance of the repository ${repository.name} ${
        failure ? `failed (${failure.value})` : 'is overdue'
      }.${since}${interval} What has expired is kept, and paid for, until it is done.`,
      evidence: [failure, lastSucceededAt, frequencySeconds].flatMap(
        observed => observed?.evidence ?? [],
      ),
      remedy:
        'Look at the log of the maintenance job in the namespace of Velero.',
    },
  ];
}
