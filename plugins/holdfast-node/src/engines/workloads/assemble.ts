import { Database, databaseIdOf } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput } from '../../engine';
import { describeAnnotations } from '../annotations';
import { purposeOf } from '../servers/purposeOf';
import { describeHealth } from './health';
import { describeInstances } from './instances';
import { describeMissing } from './missing';
import { describePersistence } from './persistence';
import {
  describeOverlap,
  describeUnclaimed,
  describeVolumes,
  requestedStorage,
} from './volumes';
import { WorkloadFacts } from './WorkloadFacts';

/**
 * Describes a StatefulSet or Deployment that runs a database server. It has no backups of its own: what backs it up are tools that know nothing of it.
 */
export function assemble(input: AssemblyInput): Database {
  const facts = new WorkloadFacts(input);
  const { workload, server } = facts;
  const { root } = input;
  const image = [
    'spec',
    'template',
    'spec',
    'containers',
    server.container,
    'image',
  ];
  const volumes = describeVolumes(facts);
  const labels = workload.object('spec', 'selector', 'matchLabels');
  const selector = Object.entries(labels).map(
    ([name, value]) => `${name}=${value}`,
  );
  const unclaimed = describeUnclaimed(facts);
  const overlapsOnChange = describeOverlap(facts);
  const persistence = describePersistence(facts);

  return {
    id: databaseIdOf(workload.reference),
    reference: workload.reference,
    uid: root.uid,
    engine: server.engine,
    version: server.version,
    operator: 'workloads',
    createdAt: root.createdAt,
    annotations: describeAnnotations(input),
    restoreCopy: purposeOf(workload),
    ...(selector.length > 0 && { podSelector: selector.join(',') }),
    health: describeHealth(facts),
    desiredInstances:
      workload.number('spec', 'replicas') ??
      workload.derive(1, ['spec', 'replicas']),
    readyInstances: workload.number('status', 'readyReplicas'),
    instances: describeInstances(facts),
    role: workload.derive(
      server.replication === 'replica' ? 'replica-cluster' : 'primary',
      server.replicationPath ?? image,
      server.replication,
    ),
    archiving: {
      configured: workload.derive(false, image, server.image),
      offered: false,
      timeoutSeconds: workload.derive(0, image, server.image),
    },
    stores: [],
    schedules: [],
    recoveryPoints: [],
    attempts: [],
    restores: [],
    volumes,
    ...(unclaimed && { unclaimed }),
    ...(server.besides && {
      otherServers: workload.derive(
        server.besides.images,
        [...image.slice(0, 4), server.besides.container, 'image'],
        server.besides.images,
      ),
    }),
    ...(overlapsOnChange && { overlapsOnChange }),
    ...(persistence && { persistence }),
    requestedBytes: requestedStorage(facts, volumes),
    missing: describeMissing(facts),
  };
}
