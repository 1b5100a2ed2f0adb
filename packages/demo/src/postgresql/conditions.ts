import { HEALTHY } from './names';
import { SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

/** A condition of a Cluster, in the operator's words. */
export interface SimulatedCondition {
  type: string;
  status: 'True' | 'False';
  reason: string;
  message: string;
  since: Date;
}

/** The conditions of a Cluster, in the order in which the operator sets them. */
export function conditionsOf(
  database: SimulatedDatabase,
): SimulatedCondition[] {
  return [
    {
      type: 'Initialized',
      status: 'True',
      reason: 'BootstrapCompleted',
      message: 'Cluster has been bootstrapped',
      since: database.createdAt,
    },
    ready(database),
    systemId(database),
    ...archiving(database),
    ...lastBackup(database),
    ...hibernation(database),
  ];
}

/** It follows the phase and nothing else (`SetClusterReadyCondition` in `pkg/resources/status/transactions.go`). */
function ready({ phase, readySince }: SimulatedDatabase): SimulatedCondition {
  return phase.name === HEALTHY
    ? {
        type: 'Ready',
        status: 'True',
        reason: 'ClusterIsReady',
        message: 'Cluster is Ready',
        since: readySince,
      }
    : {
        type: 'Ready',
        status: 'False',
        reason: 'ClusterIsNotReady',
        message: 'Cluster Is Not Ready',
        since: readySince,
      };
}

/** Only where PostgreSQL runs it tells its id (`internal/controller/cluster_status.go`). */
function systemId(database: SimulatedDatabase): SimulatedCondition {
  const type = 'ConsistentSystemID';
  const since = database.reportsSince;
  if (database.readyInstances.length > 0) {
    return {
      type,
      status: 'True',
      reason: 'Unique',
      message:
        'A single, unique system ID was found across reporting instances.',
      since,
    };
  }
  return {
    type,
    status: 'False',
    reason: 'NotFound',
    message:
      database.runningInstances.length > 0
        ? 'Instances are present, but none have reported a system ID.'
        : 'No instances are present in the cluster to report a system ID.',
    since,
  };
}

/**
 * "Working" is also what the operator says where no archiver is configured (recording `no-archiver`). It says nothing before there is a primary,
 * nor where archiving is switched off by annotation (recording `skip-wal-archiving`).
 */
function archiving({
  archiver,
  traits,
  hasStarted,
}: SimulatedDatabase): SimulatedCondition[] {
  if (!hasStarted || traits.archiver === 'skipped') return [];
  const type = 'ContinuousArchiving';
  return archiver.failure === undefined
    ? [
        {
          type,
          status: 'True',
          reason: 'ContinuousArchivingSuccess',
          message: 'Continuous archiving is working',
          since: archiver.since,
        },
      ]
    : [
        {
          type,
          status: 'False',
          reason: 'ContinuousArchivingFailing',
          message: archiver.failure,
          since: archiver.since,
        },
      ];
}

/**
 * It turns False as soon as a backup begins, and keeps that time if the backup fails: only a change of the status moves the time
 * (recording `backup-failed`).
 */
function lastBackup({ backups, uid }: SimulatedDatabase): SimulatedCondition[] {
  const own = backups.all.filter(({ clusterUid }) => clusterUid === uid);
  const last = own.at(-1);
  if (!last) return [];
  const type = 'LastBackupSucceeded';
  if (last.state === 'completed') {
    return [
      {
        type,
        status: 'True',
        reason: type,
        message: 'Backup was successful',
        since: last.endsAt,
      },
    ];
  }
  const since = firstSinceSuccess(own).requestedAt;
  return last.state === 'started'
    ? [
        {
          type,
          status: 'False',
          reason: 'BackupStarted',
          message: 'New Backup starting up',
          since,
        },
      ]
    : [
        {
          type,
          status: 'False',
          reason: 'LastBackupFailed',
          message: last.error ?? '',
          since,
        },
      ];
}

function firstSinceSuccess(
  backups: readonly SimulatedBackup[],
): SimulatedBackup {
  const index = backups.findLastIndex(({ state }) => state === 'completed');
  return backups[index + 1];
}

function hibernation({
  hibernatedSince,
  readySince,
  traits,
}: SimulatedDatabase): SimulatedCondition[] {
  if (!hibernatedSince) {
    return traits.hibernated
      ? [
          {
            type: 'cnpg.io/hibernation',
            status: 'False',
            reason: 'WaitingForHealthy',
            message:
              'Waiting for the cluster to be healthy before proceeding with hibernation',
            since: readySince,
          },
        ]
      : [];
  }
  return [
    {
      type: 'cnpg.io/hibernation',
      status: 'True',
      reason: 'Hibernated',
      message: 'Cluster has been hibernated',
      since: hibernatedSince,
    },
  ];
}
