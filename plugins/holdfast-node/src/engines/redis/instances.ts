import { Instance, Observed } from '@holdfast/plugin-holdfast-common';
import { readinessOf } from '../servers/readinessOf';
import { zoneOf } from '../servers/zoneOf';
import { pods } from '../volumes/resources';
import { primaryLinkUp, replicaLag } from './metrics';
import { RedisFacts, RedisPod } from './RedisFacts';

/**
 * The server processes: those that are asked for, and those whose pods exist.
 */
export function describeInstances(
  facts: RedisFacts,
  options: {
    /** Names of those that are asked for, and the field that asks for them. */
    asked: readonly string[];
    askedBy: Observed<number>;
    /** Which of them takes writes, where the operator says so beside the pods. */
    primary?: string;
    /** The keys are split up. */
    sharded?: boolean;
  },
): Instance[] {
  const { asked, askedBy, primary, sharded = false } = options;
  const byName = new Map(facts.pods.map(pod => [pod.name, pod]));
  const roleOf = (pod: RedisPod | undefined): Instance['role'] => {
    if (pod && primary !== undefined) {
      return pod.name === primary ? 'primary' : 'replica';
    }
    const isPrimary = pod && facts.isPrimary(pod);
    if (isPrimary === undefined) return 'unknown';
    return isPrimary ? 'primary' : 'replica';
  };
  const primaries = facts.pods.filter(pod => roleOf(pod) === 'primary');

  return [...new Set([...asked, ...byName.keys()])].map(name => {
    const pod = byName.get(name);
    const role = roleOf(pod);
    const shard = sharded && pod ? shardOf(facts, pod, role) : undefined;
    return {
      name,
      role,
      ready: readyOf(facts, pod, askedBy),
      node: pod?.reader.string('spec', 'nodeName'),
      zone: zoneOf(facts, pod?.reader),
      lagSeconds:
        pod && role === 'replica' ? lagOf(facts, pod, primaries) : undefined,
      ...(shard !== undefined && { shard }),
    };
  });
}

/** A replica that has lost its primary is of no use, though its pod is ready. */
function readyOf(
  facts: RedisFacts,
  pod: RedisPod | undefined,
  askedBy: Observed<number>,
): Observed<boolean> | undefined {
  if (!pod) {
    return facts.unread(pods) ? undefined : { ...askedBy, value: false };
  }
  const link = facts.sample(pod.name, primaryLinkUp);
  if (link?.value === 0) return { ...link, value: false };
  return readinessOf(pod.reader);
}

/** What its primary says of when it last heard of it. */
function lagOf(
  facts: RedisFacts,
  replica: RedisPod,
  primaries: readonly RedisPod[],
): Observed<number> | undefined {
  for (const primary of primaries) {
    const lag = facts.sample(
      primary.name,
      replicaLag,
      ({ slave_ip: host }) => facts.podAt(host)?.name === replica.name,
    );
    if (lag && lag.value >= 0) return lag;
  }
  return undefined;
}

/** A shard goes by the name of the pod that is its primary now. */
function shardOf(
  facts: RedisFacts,
  pod: RedisPod,
  role: Instance['role'],
): string | undefined {
  if (role === 'primary') return pod.name;
  const host = facts.label(pod.name, primaryLinkUp, 'master_host')?.value;
  return facts.podAt(host)?.name;
}

/** On how many nodes they run; undefined while one of them is on none that is known. */
export function nodesUsed(
  instances: readonly Instance[],
): Observed<number> | undefined {
  const nodes = instances.map(({ node }) => node);
  const [first] = nodes;
  if (!first || nodes.some(node => node === undefined)) return undefined;
  return {
    value: new Set(nodes.map(node => node?.value)).size,
    evidence: first.evidence,
  };
}
