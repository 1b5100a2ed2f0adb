import { Engine } from '../../engine';
import { perconaEngine } from '../percona/perconaEngine';
import { archiveStore, describeArchiving } from './archiving';
import { backups, clusters, restores } from './resources';

/**
 * Reads Percona XtraDB Cluster as its operator runs it, with Galera replication, backups by XtraBackup and the binlog collector.
 *
 * @public
 */
export const perconaXtradbEngine: Engine = perconaEngine({
  id: 'percona-xtradb',
  clusters,
  backups,
  restores,
  clusterField: 'pxcCluster',
  server: 'pxc',
  partOf: 'percona-xtradb-cluster',
  components: ['pxc'],
  areOff: () => undefined,
  // Every server takes writes. HAProxy sends them to the first one, as the collector of its backends prefers it; of the others one is as good.
  isPrimary: ({ cluster }, name) => name === `${cluster.reference.name}-pxc-0`,
  /** A cluster that takes changes from another one by an asynchronous channel follows it (`replicationChannels`, `isSource: false`). */
  role: ({ cluster }) => {
    const path = ['spec', 'pxc', 'replicationChannels'];
    const follows = cluster
      .list(...path)
      .findIndex(
        (_, index) =>
          cluster.boolean(...path, index, 'isSource')?.value === false,
      );
    return follows >= 0
      ? cluster.derive('replica-cluster', [...path, follows, 'isSource'], false)
      : cluster.derive('primary', path);
  },
  /** Galera: a commit is on every server of the primary component, which is more than half of all, or nothing is committed. */
  synchronous: ({ cluster, desired }) =>
    desired >= 3
      ? cluster.derive(
          {
            number: Math.floor(desired / 2),
            durability: 'required' as const,
          },
          ['spec', 'pxc', 'size'],
          desired,
        )
      : undefined,
  archiveStore,
  archiving: describeArchiving,
});
