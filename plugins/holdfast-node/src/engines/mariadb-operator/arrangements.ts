import {
  BackupMethod,
  BackupStore,
  Observed,
  parseGoDuration,
} from '@holdfast/plugin-holdfast-common';
import { Fact, FactReader, WatchedResource } from '../../engine';
import { MariaDbFacts } from './MariaDbFacts';
import { backups, physicalBackups, pointInTimeRecoveries } from './resources';
import { describeStore } from './stores';

/** Kept where nothing is said (`DefaultPhysicalBackupMaxRetention`, and `SetDefaults` of Backup). */
const defaultRetentionSeconds = 30 * 86_400;
/** How many finished jobs are left where nothing is said: by the operator for a PhysicalBackup, by Kubernetes for a CronJob. */
const defaultHistory = { physical: 5, logical: 3 };

/**
 * A Backup or PhysicalBackup of a MariaDB: one order for backups, with or without a schedule.
 */
export interface Arrangement {
  fact: Fact;
  order: FactReader;
  kind: 'logical' | 'physical';
  method: BackupMethod;
  /** Where its backups go; undefined where they are not kept. */
  store?: BackupStore;
  /** Whether the archived binary log continues its backups. */
  rollsForward: boolean;
  /** The databases that it is restricted to. */
  partial?: Observed<string>;
}

/**
 * All that backs a MariaDB up.
 */
export function describeArrangements(facts: MariaDbFacts): Arrangement[] {
  const baseOfArchive = archiveBase(facts);
  const describe =
    (kind: Arrangement['kind']) =>
    (fact: Fact): Arrangement => {
      const order = facts.read(fact);
      const method = methodOf(order, kind);
      const store = describeStore(order, method);
      return {
        fact,
        order,
        kind,
        method,
        ...(store && { store: { ...store, ...describeKeeping(order, kind) } }),
        rollsForward: kind === 'physical' && fact.name === baseOfArchive,
        partial: partOf(order),
      };
    };
  return [
    ...facts.about(physicalBackups).map(describe('physical')),
    ...facts.about(backups).map(describe('logical')),
  ];
}

/** The PhysicalBackup whose backups the archived binary log continues: point-in-time recovery starts from no other. */
function archiveBase(facts: MariaDbFacts): string | undefined {
  const fact = findArchive(facts);
  return (
    fact && facts.read(fact).string('spec', 'physicalBackupRef', 'name')?.value
  );
}

/** The PointInTimeRecovery that `spec.pointInTimeRecoveryRef` names. */
export function findArchive(facts: MariaDbFacts): Fact | undefined {
  const { mariadb, input } = facts;
  const name = mariadb.string('spec', 'pointInTimeRecoveryRef', 'name')?.value;
  return facts
    .related(pointInTimeRecoveries)
    .find(
      fact => fact.name === name && fact.namespace === input.root.namespace,
    );
}

function methodOf(order: FactReader, kind: Arrangement['kind']): BackupMethod {
  if (kind === 'logical') return 'mariadb-dump';
  return order.object('spec', 'storage').volumeSnapshot === undefined
    ? 'mariadb-backup'
    : 'volume-snapshot';
}

/** How long and how visibly backups are kept. A single backup is never cleaned up, and its job stays. */
function describeKeeping(
  order: FactReader,
  kind: Arrangement['kind'],
): Pick<BackupStore, 'retentionSeconds' | 'historyLimit'> {
  if (order.object('spec').schedule === undefined) return {};
  const path = ['spec', 'maxRetention'];
  const stated = order.parse(parseGoDuration, ...path);
  const retentionSeconds =
    stated && stated.value > 0
      ? stated
      : order.derive(
          defaultRetentionSeconds,
          path,
          order.string(...path)?.value,
        );
  // Snapshots are objects themselves: none lies anywhere unseen.
  if (methodOf(order, kind) === 'volume-snapshot') return { retentionSeconds };
  const limit = ['spec', 'successfulJobsHistoryLimit'];
  return {
    retentionSeconds,
    historyLimit:
      order.number(...limit) ?? order.derive(defaultHistory[kind], limit),
  };
}

function partOf(order: FactReader): Observed<string> | undefined {
  const path = ['spec', 'databases'];
  const names = order.list(...path).map(String);
  return names.length > 0
    ? order.derive(names.join(', '), path, names.join(', '))
    : undefined;
}

/** The kinds whose objects are arrangements. */
export const arrangementKinds: readonly WatchedResource[] = [
  backups,
  physicalBackups,
];
