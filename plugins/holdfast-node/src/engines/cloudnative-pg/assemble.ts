import { Database, databaseIdOf } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput } from '../../engine';
import { describeAnnotations } from '../annotations';
import { purposeOf } from '../servers/purposeOf';
import { describeArchiving } from './archiving';
import { describeBackups } from './backups';
import { ClusterFacts } from './ClusterFacts';
import { describeConnection } from './connection';
import { describeEncryption } from './encryption';
import { describeFailovers } from './failovers';
import { describeHealth } from './health';
import { describeInstances, nodesUsed, readyInstances } from './instances';
import { describeLogicalReplication } from './logicalReplication';
import { databaseSize } from './metrics';
import { describeMissing } from './missing';
import { clusterLabel } from './names';
import { requestedStorage } from './requestedStorage';
import { describeRestores, restoredFrom } from './restores';
import { describeFollowed, describeRole } from './role';
import { describeSchedules } from './schedules';
import { describeSpread } from './spread';
import { storesInUse } from './stores';
import { describeSynchronous } from './synchronous';
import { versionOf } from './version';
import { describeVolumes } from './volumes';

/**
 * Describes a Cluster with its backups and everything else that is about it.
 */
export function assemble(input: AssemblyInput): Database {
  const facts = new ClusterFacts(input);
  const { cluster, currentPrimary } = facts;
  const { root } = input;
  const inUse = storesInUse(facts);
  const { recoveryPoints, attempts, formerStores } = describeBackups(
    facts,
    inUse,
  );
  const stores = [...inUse, ...formerStores];
  const instances = describeInstances(facts);
  const failovers = describeFailovers(facts);

  return {
    id: databaseIdOf(cluster.reference),
    reference: cluster.reference,
    uid: root.uid,
    engine: 'postgresql',
    version: versionOf(cluster),
    operator: 'cloudnative-pg',
    createdAt: root.createdAt,
    annotations: describeAnnotations(input),
    restoreCopy: purposeOf(cluster),
    restoredFrom: restoredFrom(facts),
    podSelector: `${clusterLabel}=${root.name}`,
    health: describeHealth(facts),
    desiredInstances: cluster.number('spec', 'instances'),
    readyInstances: readyInstances(cluster),
    instances,
    spread: describeSpread(cluster),
    nodesUsed: nodesUsed(facts),
    role: describeRole(facts),
    follows: describeFollowed(facts),
    logicalReplication: describeLogicalReplication(facts),
    synchronous: describeSynchronous(cluster),
    archiving: describeArchiving(facts, inUse),
    stores,
    schedules: describeSchedules(facts, inUse),
    recoveryPoints,
    attempts,
    restores: describeRestores(facts),
    ...(failovers.length > 0 && { failovers }),
    volumes: describeVolumes(facts),
    encryptedInTransit: describeEncryption(facts),
    sizeBytes: facts.sum(currentPrimary, databaseSize),
    requestedBytes: requestedStorage(cluster),
    connection: describeConnection(facts),
    missing: describeMissing(facts),
  };
}
