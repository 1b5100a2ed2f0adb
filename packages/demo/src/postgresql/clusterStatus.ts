import { seededUid } from '../kubernetes/seededUid';
import { certificatesStatus } from './certificates';
import { claimsOf } from './claim';
import { conditionsOf } from './conditions';
import {
  BARMAN_PLUGIN,
  microTimestamp,
  PLUGIN_VERSION,
  timestamp,
} from './names';
import { runTimes, SimulatedBackup } from './SimulatedBackup';
import { SimulatedDatabase } from './SimulatedDatabase';

/** The status of a Cluster. As the operator does, it leaves out what is zero or empty. */
export function clusterStatus(
  database: SimulatedDatabase,
): Record<string, unknown> {
  const { name, phase, majorVersion, image } = database;
  return {
    phase: phase.name,
    ...(phase.reason && { phaseReason: phase.reason }),
    targetPrimary: database.targetPrimary,
    targetPrimaryTimestamp: microTimestamp(database.targetPrimarySince),
    image,
    pgDataImageInfo: { image, majorVersion },
    ...(!database.isInitializing && {
      currentPrimary: database.primary,
      currentPrimaryTimestamp: microTimestamp(database.primarySince),
      timelineID: database.timeline,
    }),
    ...instances(database),
    ...pluginStatus(database),
    ...backupTimes(database),
    certificates: certificatesStatus(database),
    managedRolesStatus: {},
    poolerIntegrations: {
      pgBouncerIntegration: database.traits.pooler
        ? { secrets: [`${name}-pooler`] }
        : {},
    },
    switchReplicaClusterStatus: {},
    selector: `cnpg.io/cluster=${name},cnpg.io/podRole=instance`,
    readService: `${name}-r`,
    writeService: `${name}-rw`,
    conditions: conditionsOf(database).map(condition => ({
      type: condition.type,
      status: condition.status,
      reason: condition.reason,
      message: condition.message,
      lastTransitionTime: timestamp(condition.since),
    })),
  };
}

function instances(database: SimulatedDatabase): Record<string, unknown> {
  const all = database.instances.map(({ name }) => name);
  const initializing = database.initializingInstances.map(({ name }) => name);
  const running = database.runningInstances.map(({ name }) => name);
  const ready = database.readyInstances.map(({ name }) => name);
  // Of a pod that runs without taking connections the operator says this, whatever the reason; a pending one counts as failed.
  const others = running.filter(name => !ready.includes(name));
  const dangling = all.filter(
    name => !running.includes(name) && !initializing.includes(name),
  );
  const nodes = database.runningInstances.map(({ node }) => node.name);
  return {
    instances: all.length,
    instanceNames: all,
    pvcCount: database.instances.flatMap(instance =>
      claimsOf(database, instance),
    ).length,
    ...(initializing.length > 0 && {
      initializingPVC: claimNames(database, initializing),
      jobCount: initializing.length,
    }),
    ...(ready.length > 0 && {
      readyInstances: ready.length,
      systemID: systemIdOf(database),
    }),
    ...(running.length > 0 && {
      healthyPVC: claimNames(database, running),
      instancesStatus: {
        ...(ready.length > 0 && { healthy: ready }),
        ...(others.length > 0 && {
          [database.stoppedSince ? 'replicating' : 'failed']: others,
        }),
      },
      instancesReportedState: Object.fromEntries(
        reporting(database).map(instance => [
          instance.name,
          {
            ip: `10.42.${instance.serial}.${10 + instance.serial}`,
            isPrimary: instance.name === database.primary,
            // PostgreSQL itself tells its timeline, where it runs.
            ...(ready.includes(instance.name) && {
              timeLineID: database.timeline,
            }),
          },
        ]),
      ),
    }),
    ...(dangling.length > 0 && {
      danglingPVC: claimNames(database, dangling),
    }),
    topology: {
      ...(running.length > 0 && {
        instances: Object.fromEntries(running.map(name => [name, {}])),
        nodesUsed: new Set(nodes).size,
      }),
      successfullyExtracted: true,
    },
  };
}

function claimNames(database: SimulatedDatabase, names: readonly string[]) {
  return database.instances
    .filter(({ name }) => names.includes(name))
    .flatMap(instance => claimsOf(database, instance))
    .map(({ name }) => name);
}

/** The instances whose manager answers: all that run but one that is just starting. */
function reporting(database: SimulatedDatabase) {
  return database.stoppedSince
    ? database.runningInstances
    : database.readyInstances;
}

/** A restored database has the id of the one that it was restored from. */
function systemIdOf({ traits }: SimulatedDatabase): string {
  const { cluster, namespace, name, restoredFrom, replicaOf } = traits;
  const origin = restoredFrom?.server ?? replicaOf ?? name;
  const digits = parseInt(
    seededUid(cluster, namespace, origin).slice(0, 8),
    16,
  );
  return `77103${digits.toString().padStart(14, '0')}`;
}

function pluginStatus(database: SimulatedDatabase): Record<string, unknown> {
  const { restoredFrom, replicaOf } = database.traits;
  if (!database.usesPlugin && !restoredFrom && !replicaOf) return {};
  return {
    pluginStatus: [
      {
        name: BARMAN_PLUGIN,
        version: PLUGIN_VERSION,
        capabilities: [
          'TYPE_RECONCILER_HOOKS',
          'TYPE_LIFECYCLE_SERVICE',
          'TYPE_INSTANCE_SIDECAR_INJECTION',
        ],
      },
    ],
  };
}

/**
 * When backups succeeded and failed. Success is written for in-tree backups and snapshots only (`UpdateBackupTimes` in
 * `api/v1/cluster_funcs.go`), failure for all (`FlagBackupAsFailed` in `pkg/resources/status/backup.go`).
 */
function backupTimes(database: SimulatedDatabase): Record<string, unknown> {
  const own = database.backups.all.filter(
    ({ clusterUid }) => clusterUid === database.uid,
  );
  const failed = own.filter(({ state }) => state === 'failed').at(-1);
  const completed = own.filter(
    ({ method, state }) => method !== 'plugin' && state === 'completed',
  );
  return {
    ...(failed && { lastFailedBackup: timestamp(failed.endsAt) }),
    ...(completed.length > 0 && {
      firstRecoverabilityPoint: stoppedAt(completed[0]),
      firstRecoverabilityPointByMethod: {
        [completed[0].method]: stoppedAt(completed[0]),
      },
      lastSuccessfulBackup: stoppedAt(completed[completed.length - 1]),
      lastSuccessfulBackupByMethod: {
        [completed[0].method]: stoppedAt(completed[completed.length - 1]),
      },
    }),
  };
}

function stoppedAt(backup: SimulatedBackup): string {
  return timestamp(runTimes(backup).stoppedAt);
}
