import {
  Archiving,
  BackupStore,
  Instant,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { qualifiedKind, referenceOf } from '../../engine';
import { findArchive } from './arrangements';
import { MariaDbFacts } from './MariaDbFacts';
import { pointInTimeRecoveries } from './resources';
import { describeStore } from './stores';

const ref = ['spec', 'pointInTimeRecoveryRef', 'name'];

/**
 * How the binary log leaves the database.
 *
 * @remarks
 * The agent uploads every binary log but the one that is being written, and nothing closes that one but its size: `archiveTimeout` limits how long
 * an upload may take and no more (`archiveBinaryLogs` in `pkg/binlog/archiver.go`). Up to when one can restore is
 * `status.lastRecoverableTime` of the PointInTimeRecovery: the last change in the last binary log that follows the last base backup without a
 * gap. `status.pointInTimeRecovery.lastArchivedTime` of the MariaDB is about the upload alone and proves nothing.
 */
export function describeArchiving(
  facts: MariaDbFacts,
  archive: BackupStore | undefined,
): Archiving {
  const { mariadb } = facts;
  const name = mariadb.string(...ref);
  const condition = name && mariadb.condition('BinlogsArchived');
  const status = condition?.status;
  const working: Observed<boolean> | undefined =
    status && (status.value === 'True' || status.value === 'False')
      ? { ...status, value: status.value === 'True' }
      : undefined;
  return {
    configured: name ? { ...name, value: true } : mariadb.derive(false, ref),
    storeId: archive?.id,
    working,
    workingSince: working && condition?.since,
    failure: working?.value === false ? condition?.message : undefined,
    lastArchivedAt: lastRecoverable(facts),
    timeoutSeconds: mariadb.derive(0, ref, name?.value),
  };
}

/** The last moment that the archive leads to; what it says of a time before this MariaDB is about another one. */
function lastRecoverable(facts: MariaDbFacts): Observed<Instant> | undefined {
  const fact = findArchive(facts);
  const time =
    fact && facts.read(fact).instant('status', 'lastRecoverableTime');
  const { createdAt } = facts.input.root;
  return time &&
    createdAt !== undefined &&
    Date.parse(time.value) >= Date.parse(createdAt)
    ? time
    : undefined;
}

/** Where the binary log goes; undefined when it goes nowhere, or when that could not be read. */
export function archiveStore(facts: MariaDbFacts): BackupStore | undefined {
  const name = facts.mariadb.string(...ref)?.value;
  if (name === undefined) return undefined;
  const fact = findArchive(facts);
  if (fact) return describeStore(facts.read(fact), 'binlog-archive');
  const unread = facts.unread(pointInTimeRecoveries);
  if (unread && unread.reason !== 'absent') return undefined;
  const { cluster, root } = facts.input;
  const { kind, namespace } = {
    kind: qualifiedKind(pointInTimeRecoveries),
    namespace: root.namespace,
  };
  return {
    id: `${cluster}|${kind}/${namespace ?? ''}/${name}`,
    method: 'binlog-archive',
    definedBy: referenceOf(cluster, { kind, namespace, name }),
    exists: false,
    inUse: true,
    otherWriters: [],
  };
}
