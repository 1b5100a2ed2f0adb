import { policyLabel } from '../ServerWorkload';
import { policyOf, VeleroOrder } from './VeleroWorkload';

const DAY_HOURS = 24;

/** How long backups are kept where nothing is said. */
const KEEP_DAYS = 14;

export function keepDaysOf({ traits }: VeleroOrder): number {
  return traits.keepDays ?? KEEP_DAYS;
}

/** The `BackupSpec` that a Schedule has as its template and each of its Backups as its spec (`pkg/apis/velero/v1/backup_types.go`). */
export function orderSpec(order: VeleroOrder): Record<string, unknown> {
  const { traits, location } = order;
  const { method = 'data-mover', namespaces = ['*'], skips } = traits;
  return {
    includedNamespaces: namespaces,
    labelSelector: { matchLabels: { [policyLabel]: policyOf(traits) } },
    storageLocation: location,
    ttl: `${keepDaysOf(order) * DAY_HOURS}h0m0s`,
    csiSnapshotTimeout: '10m0s',
    itemOperationTimeout: '4h0m0s',
    ...(method === 'file-system'
      ? { defaultVolumesToFsBackup: true, snapshotVolumes: false }
      : { snapshotMoveData: method === 'data-mover' }),
    ...(skips && {
      resourcePolicy: { kind: 'configmap', name: `${traits.name}-volumes` },
    }),
  };
}
