import { resourceTypes } from '../../kubernetes';
import { formatGiB } from '../../postgresql/volume';
import { accessModeOf, classOf, sizeOf } from '../kubernetes/claim';
import { podVolume, PodVolume } from '../kubernetes/pod';
import { Server, ServerWorkload } from '../ServerWorkload';
import { TypedObject } from '../SimulatedWorkload';
import { dumpCronJob } from './dumpCronJob';
import { PlainMySqlTraits } from './MySqlTraits';

const DATA = 'data';

/** What a ReplicaSet puts after the name of its Deployment. */
const TEMPLATE_HASH = '6c9d8b7f5';

/**
 * A MySQL as many are: one pod of a StatefulSet or a Deployment with a volume, in the manner of `application/mysql/mysql-deployment.yaml` and
 * `application/web/web.yaml` of the Kubernetes documentation.
 */
export class PlainMySqlWorkload extends ServerWorkload<PlainMySqlTraits> {
  get kind(): string {
    return `${this.traits.kind}.apps`;
  }

  protected get servers(): Server[] {
    const { site, name } = this;
    const pod = this.#isDeployment
      ? `${name}-${TEMPLATE_HASH}-x2x4k`
      : `${name}-0`;
    const claim = this.claim(this.#claimName, {
      index: site.seed(name, site.around.nodes.length),
      count: 1,
      labels: this.#labels,
    });
    const isKept = this.#isOnClaim;
    return [
      {
        pod: {
          name: pod,
          labels: {
            ...this.#labels,
            ...this.policyLabels,
            ...(this.#isDeployment
              ? { 'pod-template-hash': TEMPLATE_HASH }
              : { 'statefulset.kubernetes.io/pod-name': pod }),
          },
          owner: this.#isDeployment
            ? ['ReplicaSet', `${name}-${TEMPLATE_HASH}`]
            : [resourceTypes.statefulSets, name],
          container: { name: 'mysql', image: this.#image },
          volumes: [
            isKept ? { name: DATA, claim: claim.name } : this.#unclaimed,
          ],
          node: claim.node,
          startedAt: site.createdAt,
        },
        claims: isKept ? [claim] : [],
      },
    ];
  }

  protected declaredAt(now: Date): TypedObject[] {
    const { site, name, traits } = this;
    const type = this.#isDeployment
      ? resourceTypes.deployments
      : resourceTypes.statefulSets;
    return [
      site.object(type, {
        name,
        labels: this.#labels,
        annotations: traits.annotations,
        body: {
          spec: this.#spec,
          status: {
            observedGeneration: 1,
            replicas: 1,
            readyReplicas: 1,
            updatedReplicas: 1,
            availableReplicas: 1,
          },
        },
      }),
      site.object(resourceTypes.services, {
        name,
        labels: this.#labels,
        body: {
          spec: {
            clusterIP: 'None',
            ports: [{ port: 3306, protocol: 'TCP', targetPort: 3306 }],
            selector: this.#labels,
          },
        },
      }),
      ...(traits.dump
        ? dumpCronJob(site, { database: name, ...traits.dump, now })
        : []),
    ];
  }

  get #isDeployment(): boolean {
    return this.traits.kind === 'Deployment';
  }

  get #isOnClaim(): boolean {
    return (this.traits.storage ?? 'claim') === 'claim';
  }

  get #image(): string {
    return this.traits.image ?? 'mysql:8.4';
  }

  get #labels(): Record<string, string> {
    return { app: this.name };
  }

  /** What the data lies on where that is no claim. */
  get #unclaimed(): PodVolume {
    return this.traits.storage === 'hostPath'
      ? { name: DATA, hostPath: `/var/lib/${this.name}` }
      : { name: DATA };
  }

  get #claimName(): string {
    return this.#isDeployment ? `${this.name}-pvc` : `${DATA}-${this.name}-0`;
  }

  get #spec(): Record<string, unknown> {
    const { strategy = 'Recreate' } = this.traits;
    const template = {
      metadata: { labels: { ...this.#labels, ...this.policyLabels } },
      spec: {
        containers: [
          {
            name: 'mysql',
            image: this.#image,
            ports: [{ containerPort: 3306, name: 'mysql' }],
            volumeMounts: [{ name: DATA, mountPath: '/var/lib/mysql' }],
          },
        ],
        ...this.#templateVolumes,
      },
    };
    const common = {
      replicas: 1,
      selector: { matchLabels: this.#labels },
      template,
    };
    if (this.#isDeployment) {
      return { ...common, strategy: { type: strategy } };
    }
    return {
      ...common,
      serviceName: this.name,
      ...(this.#isOnClaim && { volumeClaimTemplates: [this.#claimTemplate] }),
    };
  }

  /** The volumes of the pod; a StatefulSet with a template adds its claim by itself. */
  get #templateVolumes(): { volumes?: Array<Record<string, unknown>> } {
    if (!this.#isOnClaim) return { volumes: [podVolume(this.#unclaimed)] };
    const claimed = { name: DATA, claim: this.#claimName };
    return this.#isDeployment ? { volumes: [podVolume(claimed)] } : {};
  }

  get #claimTemplate() {
    return {
      metadata: { name: DATA },
      spec: {
        accessModes: [accessModeOf(this.volume)],
        storageClassName: classOf(this.volume),
        resources: { requests: { storage: formatGiB(sizeOf(this.volume)) } },
      },
    };
  }
}
