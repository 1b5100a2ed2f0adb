import { ClusterName } from '../postgresql/DatabaseTraits';
import { Rhythm } from './Rhythm';

/**
 * The volumes of a workload, where they are not as usual.
 *
 * @public
 */
export interface VolumeTraits {
  /** 10 by default. */
  sizeGiB?: number;
  /** Share that is in use; 0.3 by default. */
  used?: number;
  /** `ssd` by default. A name that no class has makes claims that find no volume. */
  storageClass?: string;
  /** `ReadWriteOnce` by default. */
  accessMode?: 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany';
  /** `Delete` by default. */
  reclaimPolicy?: 'Delete' | 'Retain';
  /**
   * `not-binding`: the last of them never found a volume · `cannot-expand`: they were to be twice as large, and the storage refused · `left-behind`:
   * there is one more, of an instance that was taken away.
   */
  trouble?: 'not-binding' | 'cannot-expand' | 'left-behind';
}

/**
 * What all workloads have in common.
 *
 * @public
 */
export interface CommonTraits {
  cluster: ClusterName;
  namespace: string;
  name: string;
  annotations?: Record<string, string>;
  /** 200 by default. */
  ageDays?: number;
  /** How many servers, where that can be chosen; 3 by default. */
  instances?: number;
  volume?: VolumeTraits;
  /** What Velero's schedules select it by: the label `backup-policy` of its pods and claims. */
  backupPolicy?: string;
  /** Snapshots of its volumes that a scheduler takes, one volume after another; so many are kept. */
  snapshots?: { rhythm: Rhythm; keep: number };
}
