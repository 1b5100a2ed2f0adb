import {
  Database,
  databaseIdOf,
  EngineName,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { AssemblyInput } from '../../engine';
import { describeAnnotations } from '../annotations';
import { healthByPods } from '../redis/health';
import { engineOfImage } from '../redis/image';
import { describeInstances, nodesUsed } from '../redis/instances';
import { memoryUsed } from '../redis/metrics';
import { describeMissing } from '../redis/missing';
import { describePersistence, memoryOf } from '../redis/persistence';
import { RedisFacts } from '../redis/RedisFacts';
import { describeSpread } from '../redis/spread';
import { describeVolumes } from '../redis/volumes';
import { namesOfPods } from '../servers/namesOfPods';
import { versionOfImage } from '../servers/versionOfImage';
import {
  component,
  componentLabel,
  nameLabel,
  partOf,
  partOfLabel,
  statefulSetPrefix,
} from './names';
import { redisFailovers } from './resources';
import { settingsOf, storageOf } from './settings';

/** What the operator asks for where nothing is said (`api/redisfailover/v1/defaults.go` of redis-operator 1.2.4). */
const defaultReplicas = 3;
const defaultImage = 'redis:6.2.6-alpine';

const operator = 'redis-failover';

/**
 * Describes a RedisFailover. It has no status: its pods say what it is doing. What backs it up is told by those who read that.
 */
export function assemble(input: AssemblyInput): Database {
  const { root } = input;
  const facts = new RedisFacts(input, operator);
  const { redis } = facts;
  const engine = engineOf(facts);
  const image = redis.string('spec', 'redis', 'image')?.value;
  const desired = desiredOf(facts);
  const instances = describeInstances(facts, {
    asked: namesOfPods(`${statefulSetPrefix}${root.name}`, desired.value),
    askedBy: desired,
  });
  const storage = storageOf(redis);
  const labels = {
    [partOfLabel]: partOf,
    [componentLabel]: component,
    [nameLabel]: root.name,
  };

  return {
    id: databaseIdOf(redis.reference),
    reference: redis.reference,
    uid: root.uid,
    engine,
    version: versionOfImage(
      image ?? (engine === 'redis' ? defaultImage : undefined),
    ),
    operator,
    createdAt: root.createdAt,
    annotations: describeAnnotations(input),
    podSelector: Object.entries(labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(','),
    health: healthByPods(facts, { instances, desired: desired.value }),
    desiredInstances: desired,
    instances,
    spread: spreadOf(facts, labels),
    nodesUsed: nodesUsed(instances),
    role: roleOf(facts),
    archiving: {
      configured: redis.derive(false, ['spec']),
      timeoutSeconds: redis.derive(0, ['spec']),
    },
    stores: [],
    schedules: [],
    recoveryPoints: [],
    attempts: [],
    restores: [],
    volumes: describeVolumes(facts, { instances }),
    persistence: describePersistence(facts, {
      storage,
      settings: settingsOf(redis),
    }),
    // The operator knows no TLS.
    encryptedInTransit: redis.derive(false, ['spec', 'redis']),
    sizeBytes: memoryOf(facts, memoryUsed),
    requestedBytes: redis.bytes(
      'spec',
      'redis',
      'storage',
      'persistentVolumeClaim',
      'spec',
      'resources',
      'requests',
      'storage',
    ),
    missing: describeMissing(facts, redisFailovers),
  };
}

/** The fork of Freshworks has a field for it: `engine` in 3.3, `databaseEngine` before; else the image tells. */
function engineOf({ redis }: RedisFacts): EngineName {
  const said =
    redis.string('spec', 'engine') ?? redis.string('spec', 'databaseEngine');
  return said?.value.toLowerCase() === 'valkey'
    ? 'valkey'
    : engineOfImage(redis.string('spec', 'redis', 'image')?.value);
}

/** None, or less than one, is three (`Validate` in `api/redisfailover/v1/validate.go`). */
function desiredOf({ redis }: RedisFacts): Observed<number> {
  const path = ['spec', 'redis', 'replicas'];
  const read = redis.number(...path);
  return read && read.value > 0
    ? read
    : redis.derive(defaultReplicas, path, read?.value);
}

/** With a `bootstrapNode` it follows that server, until the field is removed. */
function roleOf({ redis }: RedisFacts): Database['role'] {
  const host = redis.string('spec', 'bootstrapNode', 'host');
  return host
    ? { ...host, value: 'replica-cluster' }
    : redis.derive('primary', ['spec', 'bootstrapNode']);
}

/** Without an affinity of one's own the operator prefers different nodes (`getAffinity` in `generator.go`). */
function spreadOf(
  { redis }: RedisFacts,
  labels: Record<string, string>,
): Database['spread'] {
  const affinity = ['spec', 'redis', 'affinity'];
  const own = Object.hasOwn(redis.object('spec', 'redis'), 'affinity');
  const said = describeSpread(redis, {
    affinity,
    constraints: ['spec', 'redis', 'topologySpreadConstraints'],
    labels,
  });
  return (
    said ??
    (own
      ? undefined
      : redis.derive({ over: 'node' as const, required: false }, affinity))
  );
}
