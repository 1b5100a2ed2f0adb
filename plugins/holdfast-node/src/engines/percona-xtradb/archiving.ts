import { Archiving, BackupStore } from '@holdfast/plugin-holdfast-common';
import { PerconaFacts } from '../percona/PerconaFacts';
import { storeAt } from '../percona/stores';

const pitr = ['spec', 'backup', 'pitr'];

/** Where the binlog collector uploads to, while it is told to: one of the storages for backups. */
export function archiveStore({
  cluster,
}: PerconaFacts): BackupStore | undefined {
  const name = cluster.string(...pitr, 'storageName')?.value;
  return cluster.boolean(...pitr, 'enabled')?.value === true &&
    name !== undefined
    ? storeAt(cluster, ['spec', 'backup', 'storages', name], {
        method: 'binlog-archive',
      })
    : undefined;
}

/**
 * How the binary log leaves the cluster.
 *
 * @remarks
 * Up to when one can restore is `status.latestRestorableTime` of the newest backup that succeeded: the operator reads it from the collector, and sets
 * `PITRReady` to False with the reason `BinlogGapDetected` when it has found a gap (`checkPITRErrors` and `updatePITRTimeline` in
 * `pkg/controller/pxc`). A time before the cluster was made is about another one.
 */
export function describeArchiving(
  facts: PerconaFacts,
  store: BackupStore | undefined,
): Archiving {
  const { cluster, newestSuccess } = facts;
  const enabled = cluster.boolean(...pitr, 'enabled');
  const told = {
    configured: enabled ?? cluster.derive(false, [...pitr, 'enabled']),
    storeId: store?.id,
    timeoutSeconds: cluster.derive(0, [...pitr, 'enabled'], enabled?.value),
  };
  if (enabled?.value !== true || !newestSuccess) return told;
  const ready = newestSuccess.condition('PITRReady');
  const latest = newestSuccess.instant('status', 'latestRestorableTime');
  const { createdAt } = facts.input.root;
  const isOurs =
    latest !== undefined &&
    createdAt !== undefined &&
    Date.parse(latest.value) >= Date.parse(createdAt);
  if (ready?.status.value === 'False') {
    return {
      ...told,
      working: { ...ready.status, value: false },
      workingSince: ready.since,
      failure: ready.message,
      ...(isOurs && { lastArchivedAt: latest }),
    };
  }
  return isOurs
    ? { ...told, working: { ...latest, value: true }, lastArchivedAt: latest }
    : told;
}
