import { resourceTypes } from '../../kubernetes';
import { MetricSeries } from '../../postgresql/metrics';
import { formatGiB } from '../../postgresql/volume';
import { accessModeOf, classOf, sizeOf } from '../kubernetes/claim';
import { Server, ServerWorkload } from '../ServerWorkload';
import { TypedObject } from '../SimulatedWorkload';
import { redisMetrics } from './redisMetrics';
import {
  failoverTemplate,
  redisServersOf,
  redisTypes,
  statefulSetsOf,
} from './redisServers';
import { RedisTraits } from './RedisTraits';

const groups = {
  RedisFailover: 'databases.spotahome.com',
  others: 'redis.redis.opstreelabs.in',
};

/** With a claim the image of OT-CONTAINER-KIT keeps a log of writes beside snapshots (`entrypoint.sh` of OT-CONTAINER-KIT/redis). */
const opstreeDirectives = [
  'save 900 1',
  'save 300 10',
  'save 60 10000',
  'appendonly yes',
];

/** `redisConfigTemplate` in `operator/redisfailover/service/generator.go` of spotahome/redis-operator 1.2.4. */
const failoverDirectives = ['save 900 1', 'save 300 10', 'appendonly no'];

/**
 * A Redis of OT-CONTAINER-KIT's operator in one of its kinds, or a RedisFailover of Spotahome's operator and its fork. Specs follow
 * `example/v1beta2` of the former (0.26) and `example/redisfailover` of the latter (1.2.4; `engine` is Freshworks', 3.3).
 */
export class RedisWorkload extends ServerWorkload<RedisTraits> {
  get kind(): string {
    return `${this.traits.kind}.${
      this.#isFailover ? groups.RedisFailover : groups.others
    }`;
  }

  protected get servers(): Server[] {
    const { site, traits, policyLabels } = this;
    const servers = redisServersOf(traits);
    const isKept = this.#isKept;
    return servers.map((server, index) => {
      const claim = this.claim(server.claim, {
        index,
        count: servers.length,
        labels: server.labels,
      });
      const [roleName, role] = server.roleLabel;
      return {
        pod: {
          name: server.name,
          labels: {
            ...server.labels,
            ...policyLabels,
            [roleName]: role,
            'statefulset.kubernetes.io/pod-name': server.name,
          },
          owner: [resourceTypes.statefulSets, server.statefulSet],
          container: {
            name: this.#isFailover ? 'redis' : server.statefulSet,
            image: this.#image,
          },
          volumes: [
            isKept
              ? { name: server.volume, claim: server.claim }
              : { name: 'redis-data' },
          ],
          // A follower of a cluster is not where its leader is.
          node: site.node(server.role === 'slave' ? index + 1 : index),
          startedAt: site.createdAt,
          ...(claim.pending && {
            waiting: `0/${site.around.nodes.length} nodes are available: pod has unbound immediate PersistentVolumeClaims`,
          }),
        },
        claims: isKept ? [claim] : [],
      };
    });
  }

  protected declaredAt(): TypedObject[] {
    const { site, name, traits } = this;
    const owner = [redisTypes[traits.kind], name] as const;
    return [
      site.object(redisTypes[traits.kind], {
        name,
        labels: this.policyLabels,
        annotations: traits.annotations,
        body: this.#isFailover ? this.#failoverBody() : this.#opstreeBody(),
      }),
      ...statefulSetsOf(traits).map(set =>
        site.object(resourceTypes.statefulSets, {
          name: set.name,
          owner,
          body: {
            spec: { replicas: set.replicas, serviceName: set.name },
            status: { replicas: set.replicas },
          },
        }),
      ),
    ];
  }

  protected measuredAt(now: Date): MetricSeries[] {
    const { site, traits } = this;
    if (traits.exporter === false) return [];
    const servers = redisServersOf(traits);
    const waiting = this.volume.trouble === 'not-binding' ? 1 : 0;
    return redisMetrics(site, traits, {
      servers: servers.slice(0, servers.length - waiting),
      version: this.#version,
      directives: [...this.#written, ...(traits.directives ?? [])],
      now,
    });
  }

  get #isFailover(): boolean {
    return this.traits.kind === 'RedisFailover';
  }

  get #isKept(): boolean {
    return (this.traits.storage ?? 'claim') === 'claim';
  }

  /** What the operator or its image writes into the configuration. */
  get #written(): readonly string[] {
    if (this.#isFailover) return failoverDirectives;
    return this.#isKept ? opstreeDirectives : ['appendonly no'];
  }

  get #version(): string {
    if (this.traits.engine === 'valkey') return '8.1.4';
    return this.#isFailover ? '7.2.11' : '7.0.15';
  }

  get #image(): string {
    if (this.traits.engine === 'valkey') {
      return `valkey/valkey:${this.#version}-alpine`;
    }
    return this.#isFailover
      ? `redis:${this.#version}-alpine`
      : `quay.io/opstree/redis:v${this.#version}`;
  }

  get #claimSpec() {
    return {
      accessModes: [accessModeOf(this.volume)],
      resources: { requests: { storage: formatGiB(sizeOf(this.volume)) } },
      storageClassName: classOf(this.volume),
    };
  }

  #opstreeBody(): Record<string, unknown> {
    const { kind, instances = 3, directives, configMap } = this.traits;
    const { followers = instances } = this.traits;
    const isCluster = kind === 'RedisCluster';
    const primary = redisServersOf(this.traits)[0].name;
    return {
      spec: {
        ...(kind !== 'Redis' && { clusterSize: instances }),
        ...(isCluster && {
          clusterVersion: 'v7',
          persistenceEnabled: this.#isKept,
          ...(followers !== instances && {
            redisFollower: { replicas: followers },
          }),
        }),
        kubernetesConfig: {
          image: this.#image,
          imagePullPolicy: 'IfNotPresent',
          redisSecret: { name: 'redis-secret', key: 'password' },
        },
        podSecurityContext: { fsGroup: 1000, runAsUser: 1000 },
        ...((directives ?? configMap) && {
          redisConfig: {
            ...(configMap && { additionalRedisConfig: configMap }),
            ...(directives && { dynamicConfig: directives }),
          },
        }),
        redisExporter: {
          enabled: this.traits.exporter ?? true,
          image: 'quay.io/opstree/redis-exporter:v1.44.0',
        },
        ...(this.#isKept && {
          storage: { volumeClaimTemplate: { spec: this.#claimSpec } },
        }),
      },
      status: {
        ...(kind === 'RedisReplication' && { masterNode: primary }),
        ...(isCluster && {
          state: 'Ready',
          reason: 'RedisCluster is ready',
          readyLeaderReplicas: instances,
          readyFollowerReplicas: followers,
        }),
      },
    };
  }

  /** It has no status. */
  #failoverBody(): Record<string, unknown> {
    const { name, instances = 3, directives, engine, exporter } = this.traits;
    return {
      spec: {
        ...(engine && { engine: engine === 'valkey' ? 'Valkey' : 'Redis' }),
        sentinel: { replicas: 3 },
        redis: {
          image: this.#image,
          replicas: instances,
          exporter: { enabled: exporter ?? true },
          ...(directives && { customConfig: directives }),
          ...(this.#isKept && {
            storage: {
              keepAfterDeletion: true,
              persistentVolumeClaim: {
                metadata: { name: failoverTemplate(name) },
                spec: this.#claimSpec,
              },
            },
          }),
        },
      },
    };
  }
}
