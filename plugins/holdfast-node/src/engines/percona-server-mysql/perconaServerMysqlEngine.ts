import { Engine } from '../../engine';
import { perconaEngine } from '../percona/perconaEngine';
import { archiveStore, describeArchiving } from './archiving';
import { backups, clusters, restores } from './resources';

/**
 * Reads Percona Server for MySQL as its operator runs it, with group or asynchronous replication, backups by XtraBackup and the binlog server.
 *
 * @public
 */
export const perconaServerMysqlEngine: Engine = perconaEngine({
  id: 'percona-server-mysql',
  clusters,
  backups,
  restores,
  clusterField: 'clusterName',
  server: 'mysql',
  partOf: 'percona-server',
  components: ['database', 'mysql'],
  areOff: cluster => {
    const enabled = cluster.boolean('spec', 'backup', 'enabled');
    return enabled?.value === false ? { ...enabled, value: true } : undefined;
  },
  // The operator keeps a label on the pod that takes writes.
  isPrimary: (facts, name) => {
    const primary = facts.pods.find(pod => pod.isPrimary);
    return primary && primary.fact.name === name;
  },
  role: ({ cluster }) =>
    cluster.derive('primary', ['spec', 'mysql', 'clusterType']),
  /**
   * Group replication: a commit is ordered by more than half of the group, or it fails. Asynchronous replication waits for nobody.
   */
  synchronous: ({ cluster, desired }) => {
    const type = cluster.string('spec', 'mysql', 'clusterType');
    return (type?.value ?? 'group-replication') === 'group-replication' &&
      desired >= 3
      ? cluster.derive(
          {
            number: Math.floor(desired / 2),
            durability: 'required' as const,
          },
          ['spec', 'mysql', 'clusterType'],
          type?.value,
        )
      : undefined;
  },
  archiveStore,
  archiving: describeArchiving,
});
