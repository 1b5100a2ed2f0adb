import { HEALTHY } from './names';

/** What the operator says that a database is doing. */
export interface Phase {
  name: string;
  reason?: string;
}

export const healthy: Phase = { name: HEALTHY };

/** Recording `volume-full`. */
export const volumeFull: Phase = {
  name: 'Not enough disk space',
  reason:
    'Insufficient disk space detected in one or more pods is preventing PostgreSQL from running.Please verify your storage settings. Further information inside .status.instancesReportedState',
};

/** The check for failed jobs in `internal/controller/cluster_controller.go`. */
export function failedRestore(instance: string): Phase {
  return {
    name: 'Cluster is unrecoverable and needs manual intervention',
    reason: `Instance creation failed for the following jobs: ${instance}-full-recovery. Check the job logs to investigate the cause of the failure.`,
  };
}
