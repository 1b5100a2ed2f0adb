import { Instance, Observed, Volume } from '@holdfast/plugin-holdfast-common';
import { factKeyOf, FactReader } from '../../engine';
import { zoneLabel } from '../volumes/names';
import { persistentVolumeClaims, pods } from '../volumes/resources';
import { dataClaimPrefix } from './names';
import { PerconaFacts } from './PerconaFacts';

/** More are not asked for in earnest; each is gone through. */
const mostInstances = 100;

/** The servers: those that are asked for, named as the pods of their StatefulSet are, and those whose pods exist. */
export function describeInstances(facts: PerconaFacts): Instance[] {
  const { cluster, operator, desired } = facts;
  const prefix = `${cluster.reference.name}-${operator.server}`;
  const count = Math.min(Math.max(Math.trunc(desired), 0), mostInstances);
  const asked = Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
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
      zone: pod && zoneOf(facts, pod),
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
  if (pod) {
    const status = pod.condition('Ready')?.status;
    return status && { ...status, value: status.value === 'True' };
  }
  const path = ['spec', facts.operator.server, 'size'];
  return facts.unread(pods)
    ? undefined
    : facts.cluster.derive(false, path, facts.cluster.number(...path)?.value);
}

function zoneOf(
  { input }: PerconaFacts,
  pod: FactReader,
): Observed<string> | undefined {
  const name = pod.string('spec', 'nodeName')?.value;
  const node =
    name === undefined
      ? undefined
      : input.find(factKeyOf({ kind: 'Node', name }));
  return (
    node &&
    new FactReader(input.cluster, node).string('metadata', 'labels', zoneLabel)
  );
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
