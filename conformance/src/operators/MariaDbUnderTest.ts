import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { ControlPlaneAssets } from '../controlPlane/assets';
import { waitUntil } from '../proof/waitUntil';
import { OperatorAssets } from './findOperators';
import { endedJob } from './jobController';
import { MariaDbOperator } from './MariaDbOperator';
import { ObjectName, OperatorCluster } from './OperatorCluster';

const WITHIN_SECONDS = 45;

/** The real mariadb-operator beside a real API server, with what a test asks of both in its one namespace. */
export class MariaDbUnderTest {
  static readonly apiVersion = 'k8s.mariadb.com/v1alpha1';
  static readonly namespace = 'shop';
  readonly cluster: OperatorCluster;
  readonly #operator: MariaDbOperator;

  static async start(
    assets: ControlPlaneAssets,
    operator: OperatorAssets['mariadbOperator'],
  ): Promise<MariaDbUnderTest> {
    const cluster = await OperatorCluster.start({
      assets,
      definitions: [operator.definitions],
    });
    try {
      await cluster.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: MariaDbUnderTest.namespace },
      });
      return new MariaDbUnderTest(
        cluster,
        await MariaDbOperator.start(cluster, operator),
      );
    } catch (error) {
      await cluster.dispose();
      throw error;
    }
  }

  private constructor(cluster: OperatorCluster, operator: MariaDbOperator) {
    this.cluster = cluster;
    this.#operator = operator;
  }

  async stop(): Promise<void> {
    await this.#operator.stop();
    await this.cluster.dispose();
  }

  /** Creates an object of the operator's own. */
  async order(kind: string, name: string, spec: object): Promise<void> {
    await this.cluster.create({
      apiVersion: MariaDbUnderTest.apiVersion,
      kind,
      metadata: { name, namespace: MariaDbUnderTest.namespace },
      spec,
    });
  }

  /** Waits until the operator has made an object. */
  async made(
    apiVersion: string,
    kind: string,
    name: string,
  ): Promise<KubernetesObject> {
    return this.#within(`${kind} ${name}`, () =>
      this.cluster.find(this.#named(apiVersion, kind, name)),
    );
  }

  /** Waits until a condition of an object of the operator's own has that status and reason. */
  async says(
    kind: string,
    name: string,
    condition: { type: string; status: string; reason: string },
  ): Promise<KubernetesObject> {
    return this.#within(
      `${kind} ${name} with ${JSON.stringify(condition)}`,
      async () => {
        const object = await this.find(kind, name);
        const said = conditionsOf(object);
        const isSaid = said.some(
          ({ type, status, reason }) =>
            type === condition.type &&
            status === condition.status &&
            reason === condition.reason,
        );
        if (!isSaid) throw new Error(JSON.stringify(said));
        return object;
      },
    );
  }

  async find(
    kind: string,
    name: string,
  ): Promise<KubernetesObject | undefined> {
    return this.cluster.find(
      this.#named(MariaDbUnderTest.apiVersion, kind, name),
    );
  }

  /** Waits for the Restore by which a MariaDB is filled from a dump. */
  async restoreOf(mariadb: string): Promise<KubernetesObject> {
    const { apiVersion, namespace } = MariaDbUnderTest;
    return this.#within(`a Restore into ${mariadb}`, async () =>
      (await this.cluster.list(apiVersion, 'Restore', namespace)).find(
        ({ metadata: { ownerReferences = [] } }) =>
          ownerReferences.some(owner => owner.name === mariadb),
      ),
    );
  }

  /** Waits for a Job that an object of that kind and name owns. */
  async jobOf(kind: string, name: string): Promise<KubernetesObject> {
    return this.#within(
      `a Job of ${kind} ${name}`,
      async () => (await this.jobsOf(kind, name))[0],
    );
  }

  async jobsOf(kind: string, name: string): Promise<KubernetesObject[]> {
    const jobs = await this.cluster.list(
      'batch/v1',
      'Job',
      MariaDbUnderTest.namespace,
    );
    return jobs.filter(({ metadata: { ownerReferences = [] } }) =>
      ownerReferences.some(owner => owner.kind === kind && owner.name === name),
    );
  }

  /** Ends a Job that began just now, as the job controller would. */
  async end(
    { metadata: { name } }: KubernetesObject,
    how: 'complete' | 'failed',
  ): Promise<void> {
    await this.cluster.writeStatus(
      this.#named('batch/v1', 'Job', name),
      endedJob(how, { startedAt: new Date(), endedAt: new Date() }),
    );
  }

  /** Deletes an object and the Jobs that belong to it, as the garbage collector would. */
  async discard(kind: string, name: string): Promise<void> {
    await this.cluster.delete(
      this.#named(MariaDbUnderTest.apiVersion, kind, name),
    );
    for (const job of await this.jobsOf(kind, name)) {
      await this.cluster.delete(
        this.#named('batch/v1', 'Job', job.metadata.name),
      );
    }
  }

  async #within<T>(what: string, ask: () => Promise<T | undefined>) {
    try {
      return await waitUntil({
        what,
        seconds: WITHIN_SECONDS,
        everyMilliseconds: 100,
        ask,
      });
    } catch (error) {
      throw new Error(`${error}\n${this.#operator.logTail()}`);
    }
  }

  #named(apiVersion: string, kind: string, name: string): ObjectName {
    return { apiVersion, kind, name, namespace: MariaDbUnderTest.namespace };
  }
}

function conditionsOf(
  object: KubernetesObject | undefined,
): Array<{ type?: unknown; status?: unknown; reason?: unknown }> {
  const conditions = object?.status?.conditions;
  return Array.isArray(conditions) ? conditions.map(Object) : [];
}
