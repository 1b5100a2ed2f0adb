import { Database, databaseIdOf } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput } from '../../engine';
import { describeAnnotations } from '../annotations';
import { missingOf, serverAreas } from '../servers/missingOf';
import { purposeOf } from '../servers/purposeOf';
import { versionOfImage } from '../servers/versionOfImage';
import { describeBackups, describeSchedules } from './backups';
import { describeHealth } from './health';
import { describeInstances, describeVolumes } from './instances';
import { componentLabel, instanceLabel } from './names';
import { PerconaFacts } from './PerconaFacts';
import { PerconaOperator } from './PerconaOperator';
import { describeRestores } from './restores';
import { describeStores } from './stores';

/**
 * Describes a cluster of one of Percona's operators, with its backups and everything else that is about it.
 */
export function assemblePercona(
  operator: PerconaOperator,
  input: AssemblyInput,
): Database {
  const facts = new PerconaFacts(input, operator);
  const { cluster } = facts;
  const { root } = input;
  const server = ['spec', operator.server];
  const archive = operator.archiveStore(facts);
  const unclaimed = describeUnclaimed(facts);

  return {
    id: databaseIdOf(cluster.reference),
    reference: cluster.reference,
    uid: root.uid,
    engine: 'mysql',
    version: versionOf(facts),
    operator: operator.id,
    createdAt: root.createdAt,
    annotations: describeAnnotations(input),
    restoreCopy: purposeOf(cluster),
    podSelector: `${instanceLabel}=${root.name},${componentLabel}=${operator.components[0]}`,
    health: describeHealth(facts),
    desiredInstances:
      cluster.number(...server, 'size') ??
      cluster.derive(facts.desired, [...server, 'size']),
    readyInstances: cluster.number('status', operator.server, 'ready'),
    instances: describeInstances(facts),
    role: operator.role(facts),
    synchronous: operator.synchronous(facts),
    archiving: operator.archiving(facts, archive),
    stores: [...(archive ? [archive] : []), ...describeStores(facts)],
    schedules: describeSchedules(facts),
    ...describeBackups(facts),
    restores: describeRestores(facts),
    volumes: describeVolumes(facts),
    ...(unclaimed && { unclaimed }),
    requestedBytes: cluster.bytes(
      ...server,
      'volumeSpec',
      'persistentVolumeClaim',
      'resources',
      'requests',
      'storage',
    ),
    missing: missingOf(facts, [
      [operator.clusters, 'database'],
      [operator.backups, 'backups'],
      ...serverAreas,
    ]),
  };
}

/** What the operator found out, else what the tag of the image says. */
function versionOf({ cluster, operator }: PerconaFacts): string | undefined {
  const found = cluster.string('status', operator.server, 'version')?.value;
  return (
    /^\d+(?:\.\d+)*/.exec(found ?? '')?.[0] ??
    versionOfImage(cluster.string('spec', operator.server, 'image')?.value)
  );
}

/** `emptyDir` goes with the pod, `hostPath` with the node. */
function describeUnclaimed({
  cluster,
  operator,
}: PerconaFacts): Database['unclaimed'] {
  const path = ['spec', operator.server, 'volumeSpec'];
  const volume = cluster.object(...path);
  if (volume.persistentVolumeClaim !== undefined) return undefined;
  if (volume.emptyDir !== undefined) {
    return cluster.derive('pod' as const, [...path, 'emptyDir'], '{}');
  }
  return volume.hostPath === undefined
    ? undefined
    : cluster.derive(
        'node' as const,
        [...path, 'hostPath', 'path'],
        cluster.string(...path, 'hostPath', 'path')?.value,
      );
}
