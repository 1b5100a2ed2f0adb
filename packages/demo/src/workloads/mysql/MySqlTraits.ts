import { CommonTraits } from '../WorkloadTraits';
import { Rhythm } from '../Rhythm';

/**
 * A MariaDB of mariadb-operator.
 *
 * @public
 */
export interface MariaDbTraits extends CommonTraits {
  kind: 'MariaDB';
  /** A PhysicalBackup to the store of its cluster. */
  physical?: {
    rhythm: Rhythm;
    keepDays: number;
    /** Its jobs have been failing for so long. */
    failingDays?: number;
  };
  /** A Backup (mariadb-dump) to the store of its cluster. */
  logical?: { rhythm: Rhythm; keepDays: number };
  /** Its binary log is archived by a PointInTimeRecovery that continues the PhysicalBackup. */
  archivesLog?: boolean;
  /** Its newest dump was restored into another MariaDB so long ago, to see whether it can be. */
  restoredDaysAgo?: number;
}

/**
 * A MySQL of one of Percona's operators.
 *
 * @public
 */
export interface PerconaTraits extends CommonTraits {
  kind: 'PerconaServerMySQL' | 'PerconaXtraDBCluster';
  backup?: { rhythm: Rhythm; keep: number };
  /** Its binary log is archived; of an XtraDB cluster, up to a moment so long before the demo began where it got stuck. */
  archive?: { stuckMinutes?: number };
}

/**
 * A MySQL that somebody put into a StatefulSet or a Deployment.
 *
 * @public
 */
export interface PlainMySqlTraits extends CommonTraits {
  kind: 'StatefulSet' | 'Deployment';
  /** `mysql:8.4` by default. */
  image?: string;
  /** `claim` by default; `emptyDir` is gone with the pod. */
  storage?: 'claim' | 'hostPath' | 'emptyDir';
  /** Of a Deployment; `Recreate` by default. */
  strategy?: 'Recreate' | 'RollingUpdate';
  /** A CronJob that dumps it. */
  dump?: DumpTraits;
}

/**
 * A CronJob that somebody wrote round mysqldump.
 *
 * @public
 */
export interface DumpTraits {
  rhythm: Rhythm;
  /** Where the dumps go: to the store of its cluster by default, or to a claim in it. */
  to?: 'store' | 'claim';
  /** Its jobs have been failing for so long. */
  failingDays?: number;
  /** `no-pipefail`: a dump that fails does not make its job fail · `hidden-host`: a Secret says which server it dumps. */
  flaw?: 'no-pipefail' | 'hidden-host';
}
