import { Instance, Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { readinessOf } from '../servers/readinessOf';
import { zoneOf } from '../servers/zoneOf';
import { pods } from '../volumes/resources';
import { ClusterFacts } from './ClusterFacts';
import { ownLag, replicaLag } from './lag';
import { describeRole } from './role';

/**
 * The server processes: those that the operator names, and those whose pods exist.
 */
export function describeInstances(facts: ClusterFacts): Instance[] {
  const { cluster, currentPrimary } = facts;
  const podsByName = new Map(
    facts.related(pods).map(pod => [pod.name, pod] as const),
  );
  const named = cluster
    .list('status', 'instanceNames')
    .filter(name => typeof name === 'string');

  return [...new Set([...named, ...podsByName.keys()])].sort().map(name => {
    const pod = podsByName.get(name);
    const reader = pod && facts.read(pod);
    return {
      name,
      role: roleOf(name, currentPrimary),
      ready: readyOf(facts, name, reader),
      node: reader?.string('spec', 'nodeName'),
      zone: zoneOf(facts, reader),
      lagSeconds: lagOf(facts, name),
    };
  });
}

function roleOf(
  name: string,
  currentPrimary: string | undefined,
): Instance['role'] {
  if (currentPrimary === undefined) return 'unknown';
  return name === currentPrimary ? 'primary' : 'replica';
}

function lagOf(
  facts: ClusterFacts,
  name: string,
): Observed<number> | undefined {
  if (name !== facts.currentPrimary) return replicaLag(facts, name);
  return describeRole(facts).value === 'replica-cluster'
    ? ownLag(facts, name)
    : undefined;
}

function readyOf(
  facts: ClusterFacts,
  name: string,
  pod: FactReader | undefined,
): Observed<boolean> | undefined {
  if (pod) return readinessOf(pod);
  if (facts.unread(pods)) return undefined;
  const index = facts.cluster
    .list('status', 'instanceNames')
    .findIndex(candidate => candidate === name);
  return facts.cluster.derive(false, ['status', 'instanceNames', index], name);
}

/** On how many nodes the instances run; absent while the operator could not see their nodes. */
export function nodesUsed({
  cluster,
}: ClusterFacts): Observed<number> | undefined {
  return cluster.boolean('status', 'topology', 'successfullyExtracted')?.value
    ? cluster.number('status', 'topology', 'nodesUsed')
    : undefined;
}

/** How many instances are ready. The operator leaves a zero out, so once it has said anything, nothing means none. */
export function readyInstances(
  cluster: FactReader,
): Observed<number> | undefined {
  const path = ['status', 'readyInstances'];
  return (
    cluster.number(...path) ??
    (cluster.string('status', 'phase') && cluster.derive(0, path))
  );
}
