import { Instance, Observed } from '@holdfast/plugin-holdfast-common';
import { Fact, factKeyOf, FactReader } from '../../engine';
import { pods } from '../volumes/resources';
import { zoneLabel } from '../volumes/names';
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
      zone: pod && zoneOf(facts, pod),
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
  if (pod) {
    const status = pod.condition('Ready')?.status;
    return status && { ...status, value: status.value === 'True' };
  }
  return facts.unread(pods)
    ? undefined
    : facts.workload.derive(
        false,
        ['spec', 'replicas'],
        facts.workload.number('spec', 'replicas')?.value,
      );
}

function zoneOf(
  { input }: WorkloadFacts,
  pod: FactReader,
): Observed<string> | undefined {
  const name = pod.string('spec', 'nodeName')?.value;
  const node: Fact | undefined =
    name === undefined
      ? undefined
      : input.find(factKeyOf({ kind: 'Node', name }));
  return (
    node &&
    new FactReader(input.cluster, node).string('metadata', 'labels', zoneLabel)
  );
}
