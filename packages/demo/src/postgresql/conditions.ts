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
  const { createdAt, primarySince, isRunning } = database;
  return [
    {
      type: 'Initialized',
      status: 'True',
      reason: 'BootstrapCompleted',
      message: 'Cluster has been bootstrapped',
      since: createdAt,
    },
    {
      type: 'ConsistentSystemID',
      status: 'True',
      reason: 'Unique',
      message:
        'A single, unique system ID was found across reporting instances.',
      since: primarySince,
    },
    isRunning
      ? {
          type: 'Ready',
          status: 'True',
          reason: 'ClusterIsReady',
          message: 'Cluster is Ready',
          since: database.readySince,
        }
      : {
          type: 'Ready',
          status: 'False',
          reason: 'ClusterIsNotReady',
          message: 'Cluster Is Not Ready',
          since: primarySince,
        },
    ...hibernation(database),
    ...archiving(database),
    ...lastBackup(database),
  ];
}

function hibernation(database: SimulatedDatabase): SimulatedCondition[] {
  if (!database.traits.hibernated) return [];
  return [
    {
      type: 'cnpg.io/hibernation',
      status: 'True',
      reason: 'Hibernated',
      message: 'Cluster has been hibernated',
      since: database.primarySince,
    },
  ];
}

/** "Working" is also what the operator says where no archiver is configured. */
function archiving({
  archiving: state,
}: SimulatedDatabase): SimulatedCondition[] {
  return [
    state.failure === undefined
      ? {
          type: 'ContinuousArchiving',
          status: 'True',
          reason: 'ContinuousArchivingSuccess',
          message: 'Continuous archiving is working',
          since: state.since,
        }
      : {
          type: 'ContinuousArchiving',
          status: 'False',
          reason: 'ContinuousArchivingFailing',
          message: state.failure,
          since: state.since,
        },
  ];
}

function lastBackup({ backups }: SimulatedDatabase): SimulatedCondition[] {
  const last = backups.at(-1);
  if (!last) return [];
  const type = 'LastBackupSucceeded';
  switch (last.state) {
    case 'started':
      return [
        {
          type,
          status: 'False',
          reason: 'BackupStarted',
          message: 'New Backup starting up',
          since: last.startedAt,
        },
      ];
    case 'completed':
      return [
        {
          type,
          status: 'True',
          reason: type,
          message: 'Backup was successful',
          since: last.endsAt,
        },
      ];
    default:
      return [
        {
          type,
          status: 'False',
          reason: 'LastBackupFailed',
          message: last.error ?? '',
          since: last.endsAt,
        },
      ];
  }
}
