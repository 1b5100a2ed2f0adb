import { Database, databaseIdOf } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, FactReader } from '../../engine';
import { describeAnnotations } from './annotations';
import { describeArchiving } from './archiving';
import { describeBackups } from './backups';
import { ClusterFacts } from './ClusterFacts';
import { describeHealth } from './health';
import { describeInstances, nodesUsed, readyInstances } from './instances';
import { databaseSize } from './metrics';
import { describeMissing } from './missing';
import { clusterLabel } from './names';
import { describeRestores, restoreCopyOf, restoredFrom } from './restores';
import { describeSchedules } from './schedules';
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

  return {
    id: databaseIdOf(cluster.reference),
    reference: cluster.reference,
    uid: root.uid,
    engine: 'postgresql',
    version: versionOf(cluster),
    operator: 'cloudnative-pg',
    createdAt: root.createdAt,
    annotations: describeAnnotations(facts),
    restoreCopy: restoreCopyOf(cluster),
    restoredFrom: restoredFrom(facts),
    podSelector: `${clusterLabel}=${root.name}`,
    health: describeHealth(facts),
    desiredInstances: cluster.number('spec', 'instances'),
    readyInstances: readyInstances(cluster),
    instances,
    nodesUsed: nodesUsed(facts),
    role: describeRole(cluster, root.name),
    synchronous: describeSynchronous(cluster),
    archiving: describeArchiving(facts, inUse),
    stores,
    schedules: describeSchedules(facts, inUse),
    recoveryPoints,
    attempts,
    restores: describeRestores(facts),
    volumes: describeVolumes(facts),
    sizeBytes: facts.sum(currentPrimary, databaseSize),
    missing: describeMissing(facts),
  };
}

/**
 * A Cluster with a `replica` section follows another one when that says so, or else when it is not itself the primary named there
 * (`Cluster.IsReplica` in `api/v1/cluster_funcs.go`).
 */
function describeRole(cluster: FactReader, name: string): Database['role'] {
  const path = ['spec', 'replica'];
  const replica = cluster.object('spec').replica;
  if (replica === undefined) return cluster.derive('primary', path);
  const enabled = cluster.boolean(...path, 'enabled');
  if (enabled) {
    return {
      ...enabled,
      value: enabled.value ? 'replica-cluster' : 'primary',
    };
  }
  const primary = cluster.string(...path, 'primary');
  const self = cluster.string(...path, 'self')?.value ?? name;
  return cluster.derive(
    self === primary?.value ? 'primary' : 'replica-cluster',
    [...path, 'primary'],
    primary?.value,
  );
}
