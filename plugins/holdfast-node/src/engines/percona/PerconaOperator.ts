import {
  Archiving,
  BackupStore,
  Database,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { FactReader, WatchedResource } from '../../engine';
import { PerconaFacts } from './PerconaFacts';

/**
 * What tells one of Percona's operators for MySQL from the other. Their backups are alike: objects beside a cluster whose own object has the
 * storages and the schedules.
 */
export interface PerconaOperator {
  id: 'percona-server-mysql' | 'percona-xtradb';
  clusters: WatchedResource;
  backups: WatchedResource;
  restores: WatchedResource;
  /** The field of a backup and of a restore that names the cluster. */
  clusterField: 'clusterName' | 'pxcCluster';
  /** The part of the cluster's `spec` and `status` that is about the server. */
  server: 'mysql' | 'pxc';
  /** Values of `app.kubernetes.io/part-of` and `app.kubernetes.io/component` of its pods. */
  partOf: string;
  components: readonly string[];
  /** Whether backups are told not to be taken, though they are scheduled. */
  areOff(cluster: FactReader): Observed<boolean> | undefined;
  /** Which of its pods takes writes. */
  isPrimary(facts: PerconaFacts, pod: string): boolean | undefined;
  role(facts: PerconaFacts): Database['role'];
  synchronous(facts: PerconaFacts): Database['synchronous'];
  /** Where the binary log goes. */
  archiveStore(facts: PerconaFacts): BackupStore | undefined;
  archiving(facts: PerconaFacts, store: BackupStore | undefined): Archiving;
}
