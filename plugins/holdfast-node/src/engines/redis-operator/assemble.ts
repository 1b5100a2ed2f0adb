import { Database, databaseIdOf } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, qualifiedKind, stringAt } from '../../engine';
import { describeAnnotations } from '../annotations';
import { engineOfImage } from '../redis/image';
import { nodesUsed } from '../redis/instances';
import { memoryUsed } from '../redis/metrics';
import { describeMissing } from '../redis/missing';
import { describePersistence, memoryOf } from '../redis/persistence';
import { RedisFacts } from '../redis/RedisFacts';
import { describeSpread } from '../redis/spread';
import { describeVolumes } from '../redis/volumes';
import { versionOfImage } from '../servers/versionOfImage';
import { describeTopology } from './describeTopology';
import { appLabel, nodeConfPrefix, setupLabel } from './names';
import { redisClusters, redises, redisReplications } from './resources';
import { settingsOf, storageOf } from './settings';
import { Topology } from './Topology';

const operator = 'redis-operator';

const setups = new Map([
  [qualifiedKind(redises), 'standalone'],
  [qualifiedKind(redisReplications), 'replication'],
  [qualifiedKind(redisClusters), 'cluster'],
]);

/**
 * Describes a Redis of OT-CONTAINER-KIT's operator, of whichever kind. What backs it up is told by those who read that.
 */
export function assemble(input: AssemblyInput): Database {
  const { root } = input;
  const facts = new RedisFacts(input, operator);
  const { redis } = facts;
  const topology = describeTopology(facts);
  const { instances, desired, shards, health, needsSwitch } = topology;
  const image = redis.string('spec', 'kubernetesConfig', 'image')?.value;
  const storage = storageOf(redis, { needsSwitch });
  const own =
    [redises, redisReplications, redisClusters].find(
      resource => qualifiedKind(resource) === root.kind,
    ) ?? redises;

  return {
    id: databaseIdOf(redis.reference),
    reference: redis.reference,
    uid: root.uid,
    engine: engineOfImage(image),
    version: versionOfImage(image),
    operator,
    createdAt: root.createdAt,
    annotations: describeAnnotations(input),
    podSelector: podSelectorOf(facts, topology),
    health,
    desiredInstances: desired,
    instances,
    ...(shards && { shards }),
    spread: spreadOf(facts, topology),
    nodesUsed: nodesUsed(instances),
    role: redis.derive('primary', ['spec']),
    archiving: {
      configured: redis.derive(false, ['spec']),
      timeoutSeconds: redis.derive(0, ['spec']),
    },
    stores: [],
    schedules: [],
    recoveryPoints: [],
    attempts: [],
    restores: [],
    volumes: describeVolumes(facts, {
      instances,
      isOther: claim => claim.startsWith(nodeConfPrefix),
    }),
    persistence: describePersistence(facts, {
      storage,
      settings: settingsOf(redis, storage),
    }),
    // With it, the port without is closed (`GenerateConfig`: `port 0`, `tls-replication yes`).
    encryptedInTransit: redis.derive(
      Object.hasOwn(redis.object('spec'), 'TLS'),
      ['spec', 'TLS'],
    ),
    sizeBytes: memoryOf(facts, memoryUsed),
    requestedBytes:
      storage.value === 'claim'
        ? redis.bytes(
            'spec',
            'storage',
            'volumeClaimTemplate',
            'spec',
            'resources',
            'requests',
            'storage',
          )
        : undefined,
    missing: describeMissing(facts, own),
  };
}

/** A label `app` of the database itself replaces the operator's. */
function labelsOf(
  { input }: RedisFacts,
  statefulSet: string,
): Record<string, string> {
  const { root } = input;
  return {
    [appLabel]:
      stringAt(root.data, 'metadata', 'labels', appLabel) ?? statefulSet,
    [setupLabel]: setups.get(root.kind) ?? '',
  };
}

function podSelectorOf(facts: RedisFacts, { statefulSets }: Topology): string {
  const apps = [
    ...new Set(statefulSets.map(name => labelsOf(facts, name)[appLabel])),
  ];
  const setup = setups.get(facts.input.root.kind);
  return apps.length === 1
    ? `${appLabel}=${apps[0]},${setupLabel}=${setup}`
    : `${appLabel} in (${apps.join(',')}),${setupLabel}=${setup}`;
}

/** Of a cluster each role is placed by itself: what keeps a follower from its leader is not said. */
function spreadOf(
  facts: RedisFacts,
  { statefulSets, shards }: Topology,
): Database['spread'] {
  const [name] = statefulSets;
  return shards
    ? undefined
    : describeSpread(facts.redis, {
        affinity: ['spec', 'affinity'],
        constraints: ['spec', 'topologySpreadConstraints'],
        labels: {
          ...labelsOf(facts, name),
          role: setups.get(facts.input.root.kind) ?? '',
        },
      });
}
