import { ClusterName } from '../../postgresql/DatabaseTraits';
import { Rhythm } from '../Rhythm';

/**
 * A place for backups: a prefix of the store of its cluster.
 *
 * @public
 */
export interface VeleroLocationTraits {
  name: string;
  /** Velero cannot reach it. */
  unavailable?: boolean;
  /** Its repositories have not been maintained for so long. */
  maintenanceStaleDays?: number;
  /** Its region is written down, so that it is known to be that of the cluster. */
  tellsRegion?: boolean;
}

/**
 * A Schedule of Velero, and what became of it.
 *
 * @public
 */
export interface VeleroScheduleTraits {
  name: string;
  rhythm: Rhythm;
  /** `data-mover` by default: snapshots that are copied to the location. */
  method?: 'data-mover' | 'file-system' | 'snapshot';
  /** The first location of its Velero by default. */
  location?: string;
  /** 14 by default. */
  keepDays?: number;
  /** Which workloads it takes, by their `backupPolicy`; its own name by default. */
  policy?: string;
  /** The namespaces that it names; all of them by default. */
  namespaces?: string[];
  pausedDaysAgo?: number;
  /** It was deleted so long ago; its backups are still there. */
  deletedDaysAgo?: number;
  /** Claims that its policy of volumes has it skip. */
  skips?: string[];
  /** Its newest backup was restored into another namespace so long ago. */
  restoredDaysAgo?: number;
}

/**
 * The Velero of one cluster.
 *
 * @public
 */
export interface VeleroTraits {
  cluster: ClusterName;
  /** The first one is the default. */
  locations: VeleroLocationTraits[];
  schedules: VeleroScheduleTraits[];
}
