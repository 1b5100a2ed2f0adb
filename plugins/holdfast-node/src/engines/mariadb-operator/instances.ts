import { Instance, Observed } from '@holdfast/plugin-holdfast-common';
import { factKeyOf, FactReader } from '../../engine';
import { pods } from '../volumes/resources';
import { MariaDbFacts } from './MariaDbFacts';

/** More are not asked for in earnest; each is gone through. */
const mostInstances = 100;

/**
 * The server processes: those that are asked for, named after the MariaDB as the pods of its StatefulSet are, and those whose pods exist.
 */
export function describeInstances(facts: MariaDbFacts): Instance[] {
  const { name } = facts.mariadb.reference;
  const byName = new Map(
    facts.about(pods).map(pod => [pod.name, facts.read(pod)] as const),
  );
  const count = Math.min(Math.max(Math.trunc(facts.desired), 0), mostInstances);
  const asked = Array.from({ length: count }, (_, index) => `${name}-${index}`);
  return [...new Set([...asked, ...byName.keys()])].map(instance => {
    const pod = byName.get(instance);
    return {
      name: instance,
      role: roleOf(facts, instance),
      ready: readyOf(facts, pod),
      node: pod?.string('spec', 'nodeName'),
      zone: zoneOf(facts, pod),
      lagSeconds: lagOf(facts, instance),
    };
  });
}

/** With Galera every instance takes writes; the operator sends them to one, and that is the one to lose. */
function roleOf(
  { currentPrimary }: MariaDbFacts,
  instance: string,
): Instance['role'] {
  if (currentPrimary === undefined) return 'unknown';
  return instance === currentPrimary ? 'primary' : 'replica';
}

function readyOf(
  facts: MariaDbFacts,
  pod: FactReader | undefined,
): Observed<boolean> | undefined {
  if (pod) {
    const status = pod.condition('Ready')?.status;
    return status && { ...status, value: status.value === 'True' };
  }
  return facts.unread(pods)
    ? undefined
    : facts.mariadb.derive(
        false,
        ['spec', 'replicas'],
        facts.mariadb.number('spec', 'replicas')?.value,
      );
}

function zoneOf(
  { input }: MariaDbFacts,
  pod: FactReader | undefined,
): Observed<string> | undefined {
  const name = pod?.string('spec', 'nodeName')?.value;
  const node =
    name === undefined
      ? undefined
      : input.find(factKeyOf({ kind: 'Node', name }));
  return (
    node &&
    new FactReader(input.cluster, node).string(
      'metadata',
      'labels',
      'topology.kubernetes.io/zone',
    )
  );
}

/** How far a replica is behind, as long as it follows at all: one that has stopped keeps its last number. */
function lagOf(
  { mariadb, currentPrimary }: MariaDbFacts,
  instance: string,
): Observed<number> | undefined {
  if (instance === currentPrimary) return undefined;
  const path = ['status', 'replication', 'replicas', instance];
  const follows =
    mariadb.boolean(...path, 'slaveIORunning')?.value === true &&
    mariadb.boolean(...path, 'slaveSQLRunning')?.value === true;
  const lag = mariadb.number(...path, 'secondsBehindMaster');
  return follows && lag && lag.value >= 0 ? lag : undefined;
}
