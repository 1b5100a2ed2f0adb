import { Archiving, BackupStore } from '@holdfast/plugin-holdfast-common';
import { PerconaFacts } from '../percona/PerconaFacts';
import { storeAt } from '../percona/stores';

const pitr = ['spec', 'backup', 'pitr'];
const storage = [...pitr, 'binlogServer', 'storage'];

/** Where the binlog server writes to, while it is told to. */
export function archiveStore(facts: PerconaFacts): BackupStore | undefined {
  return facts.cluster.boolean(...pitr, 'enabled')?.value === true
    ? storeAt(facts.cluster, storage, { method: 'binlog-archive' })
    : undefined;
}

/**
 * How the binary log leaves the cluster.
 *
 * @remarks
 * `status.binlogServer.state` tells whether the pod of the binlog server is ready, and no field up to when one can restore: what it has written since
 * the last backup is not known. So no more is counted on than that backup.
 */
export function describeArchiving(
  { cluster }: PerconaFacts,
  store: BackupStore | undefined,
): Archiving {
  const enabled = cluster.boolean(...pitr, 'enabled');
  const state =
    enabled?.value === true
      ? cluster.string('status', 'binlogServer', 'state')
      : undefined;
  return {
    configured: enabled ?? cluster.derive(false, [...pitr, 'enabled']),
    storeId: store?.id,
    ...(state && { working: { ...state, value: state.value === 'ready' } }),
    timeoutSeconds: cluster.derive(0, [...pitr, 'enabled'], enabled?.value),
  };
}
