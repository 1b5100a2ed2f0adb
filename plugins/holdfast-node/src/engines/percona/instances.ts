import { Instance, Observed, Volume } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { namesOfPods } from '../servers/namesOfPods';
import { readinessOf } from '../servers/readinessOf';
import { zoneOf } from '../servers/zoneOf';
import { persistentVolumeClaims, pods } from '../volumes/resources';
import { dataClaimPrefix } from './names';
import { PerconaFacts } from './PerconaFacts';

/** The servers: those that are asked for, named as the pods of their StatefulSet are, and those whose pods exist. */
export function describeInstances(facts: PerconaFacts): Instance[] {
  const { cluster, operator } = facts;
  const prefix = `${cluster.reference.name}-${operator.server}`;
  const asked = namesOfPods(prefix, facts.desired);
  const byName = new Map(
    facts.pods.map(({ fact }) => [fact.name, facts.read(fact)] as const),
  );
  return [...new Set([...asked, ...byName.keys()])].map(name => {
    const pod = byName.get(name);
    return {
      name,
      role: roleOf(facts, name),
      ready: readyOf(facts, pod),
      node: pod?.string('spec', 'nodeName'),
      zone: zoneOf(facts, pod),
    };
  });
}

function roleOf(facts: PerconaFacts, pod: string): Instance['role'] {
  const isPrimary = facts.operator.isPrimary(facts, pod);
  if (isPrimary === undefined) return 'unknown';
  return isPrimary ? 'primary' : 'replica';
}

function readyOf(
  facts: PerconaFacts,
  pod: FactReader | undefined,
): Observed<boolean> | undefined {
  if (pod) return readinessOf(pod);
  const path = ['spec', facts.operator.server, 'size'];
  return facts.unread(pods)
    ? undefined
    : facts.cluster.derive(false, path, facts.cluster.number(...path)?.value);
}

/** The volumes of all servers. */
export function describeVolumes(facts: PerconaFacts): Volume[] {
  const { input } = facts;
  return facts.about(persistentVolumeClaims).flatMap(claim => {
    const volume = input.volumes.get(claim.key);
    if (!volume) return [];
    const isData = claim.name.startsWith(dataClaimPrefix);
    return {
      ...volume,
      ...(isData && { instance: claim.name.slice(dataClaimPrefix.length) }),
      role: isData ? ('data' as const) : ('other' as const),
    };
  });
}
