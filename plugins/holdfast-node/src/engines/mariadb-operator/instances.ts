import { Instance, Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../engine';
import { namesOfPods } from '../servers/namesOfPods';
import { readinessOf } from '../servers/readinessOf';
import { zoneOf } from '../servers/zoneOf';
import { pods } from '../volumes/resources';
import { MariaDbFacts } from './MariaDbFacts';

/**
 * The server processes: those that are asked for, named after the MariaDB as the pods of its StatefulSet are, and those whose pods exist.
 */
export function describeInstances(facts: MariaDbFacts): Instance[] {
  const { name } = facts.mariadb.reference;
  const byName = new Map(
    facts.about(pods).map(pod => [pod.name, facts.read(pod)] as const),
  );
  const asked = namesOfPods(name, facts.desired);
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
  if (pod) return readinessOf(pod);
  return facts.unread(pods)
    ? undefined
    : facts.mariadb.derive(
        false,
        ['spec', 'replicas'],
        facts.mariadb.number('spec', 'replicas')?.value,
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
