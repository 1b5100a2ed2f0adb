import { Instance, Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { readinessOf } from '../servers/readinessOf';
import { zoneOf } from '../servers/zoneOf';
import { pods } from '../volumes/resources';
import { WorkloadFacts } from './WorkloadFacts';

/**
 * The server processes: those that are asked for, where their names can be told, and those whose pods exist. Pods that know nothing of one another
 * are no replicas.
 */
export function describeInstances(facts: WorkloadFacts): Instance[] {
  const byName = new Map(facts.pods.map(pod => [pod.name, pod]));
  const names = new Set([...facts.expectedPods, ...byName.keys()]);
  return [...names].map(name => {
    const fact = byName.get(name);
    const pod = fact && facts.read(fact);
    return {
      name,
      role: roleOf(facts),
      ready: readyOf(facts, pod),
      node: pod?.string('spec', 'nodeName'),
      zone: zoneOf(facts, pod),
    };
  });
}

function roleOf({ server, desired }: WorkloadFacts): Instance['role'] {
  if (server.replication === 'replica') return 'replica';
  return desired <= 1 ? 'primary' : 'unknown';
}

function readyOf(
  facts: WorkloadFacts,
  pod: FactReader | undefined,
): Observed<boolean> | undefined {
  if (pod) return readinessOf(pod);
  return facts.unread(pods)
    ? undefined
    : facts.workload.derive(
        false,
        ['spec', 'replicas'],
        facts.workload.number('spec', 'replicas')?.value,
      );
}
