import { BackupAttempt, HealthState } from '@holdfast/plugin-holdfast-common';

/**
 * What the phases of a Cluster mean.
 *
 * @remarks
 * The constants of CloudNativePG 1.30 (`api/v1/cluster_types.go`) and the two texts that its `internal/controller/cluster_controller.go`
 * writes without one. A phase that is not here is unknown, and so are phases that say that the operator itself does not know.
 */
export const clusterPhases: ReadonlyMap<string, HealthState> = new Map([
  ['Cluster in healthy state', 'healthy'],
  ['Setting up primary', 'starting'],
  ['Creating a new replica', 'changing'],
  ['Switchover in progress', 'changing'],
  ['Failing over', 'changing'],
  ['Upgrading cluster', 'changing'],
  ['Upgrading Postgres major version', 'changing'],
  ['Cluster upgrade delayed', 'changing'],
  ['Primary instance is being restarted in-place', 'changing'],
  ['Primary instance is being restarted without a switchover', 'changing'],
  ['Waiting for the instances to become active', 'changing'],
  ['Online upgrade in progress', 'changing'],
  ['Applying configuration', 'changing'],
  ['Promoting to primary cluster', 'changing'],
  ['Waiting for user action', 'waiting'],
  ['Cluster has incomplete or invalid image catalog', 'waiting'],
  ['Invalid cluster definition', 'waiting'],
  ['Unable to create required cluster objects', 'waiting'],
  [
    'Cluster cannot execute instance online upgrade due to missing architecture binary',
    'waiting',
  ],
  [
    'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
    'degraded',
  ],
  [
    'Cluster cannot proceed to reconciliation due to an error while interacting with plugins',
    'degraded',
  ],
  ['Not enough disk space', 'failed'],
  ['Cluster is unrecoverable and needs manual intervention', 'failed'],
  ['Instance Status Extraction Error: HTTP communication issue', 'unknown'],
]);

export const unrecoverablePhase =
  'Cluster is unrecoverable and needs manual intervention';

/**
 * What the phases of a Backup mean, except for `completed`.
 *
 * @remarks
 * The constants of CloudNativePG 1.30 (`api/v1/backup_types.go`). `finalizing`: the base backup is consistent, but it still waits for what
 * a restore needs of it.
 */
export const backupPhases: ReadonlyMap<string, BackupAttempt['state']> =
  new Map([
    ['pending', 'pending'],
    ['started', 'running'],
    ['running', 'running'],
    ['finalizing', 'running'],
    ['failed', 'failed'],
    ['walArchivingFailing', 'failed'],
    ['invalid backup definition', 'failed'],
  ]);

export const completedPhase = 'completed';
