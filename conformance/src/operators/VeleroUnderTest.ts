import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { ControlPlaneAssets } from '../controlPlane/assets';
import { waitUntil } from '../proof/waitUntil';
import { OperatorAssets } from './findOperators';
import { judgeCluster } from './judgeCluster';
import { OperatorCluster } from './OperatorCluster';
import { plainPostgresql, runPlainPostgresql } from './plainPostgresql';
import { Velero } from './Velero';

const WITHIN_SECONDS = 45;
const apiVersion = 'velero.io/v1';
const { namespace } = Velero;

/** The real Velero beside a real API server with a plain PostgreSQL in it, and what a test asks of them. */
export class VeleroUnderTest {
  readonly cluster: OperatorCluster;
  readonly #velero: Velero;

  static async start(
    assets: ControlPlaneAssets,
    operators: Pick<OperatorAssets, 'velero' | 's3Server'>,
  ): Promise<VeleroUnderTest> {
    const cluster = await OperatorCluster.start({
      assets,
      definitions: [operators.velero.definitions],
    });
    let velero: Velero | undefined;
    try {
      await runPlainPostgresql(cluster);
      velero = await Velero.start(cluster, operators);
      const underTest = new VeleroUnderTest(cluster, velero);
      await underTest.order('BackupStorageLocation', 'primary', {
        default: true,
        ...velero.locationSpec(),
      });
      return underTest;
    } catch (error) {
      await velero?.stop();
      await cluster.dispose();
      throw error;
    }
  }

  private constructor(cluster: OperatorCluster, velero: Velero) {
    this.cluster = cluster;
    this.#velero = velero;
  }

  get store(): { start(): Promise<void>; stop(): Promise<void> } {
    return {
      start: () => this.#velero.startStore(),
      stop: () => this.#velero.stopStore(),
    };
  }

  async stop(): Promise<void> {
    await this.#velero.stop();
    await this.cluster.dispose();
  }

  /** Creates an object of Velero's own. */
  async order(kind: string, name: string, spec: object): Promise<void> {
    await this.cluster.create({
      apiVersion,
      kind,
      metadata: { name, namespace },
      spec,
    });
  }

  /** Has the namespace of the database backed up, and waits for the end. */
  async backUp(
    name: string,
    phase: string,
    spec: object = {},
  ): Promise<KubernetesObject> {
    await this.order('Backup', name, {
      includedNamespaces: [plainPostgresql.namespace],
      ...spec,
    });
    return this.reaches('Backup', name, phase);
  }

  /** Waits until an object of Velero's own is in a phase. */
  async reaches(
    kind: string,
    name: string,
    phase: string,
  ): Promise<KubernetesObject> {
    return this.within(`${kind} ${name} ${phase}`, async () => {
      const object = await this.find(kind, name);
      if (object?.status?.phase !== phase) {
        throw new Error(JSON.stringify(object?.status));
      }
      return object;
    });
  }

  async find(
    kind: string,
    name: string,
  ): Promise<KubernetesObject | undefined> {
    return this.cluster.find({ apiVersion, kind, name, namespace });
  }

  async list(kind: string): Promise<KubernetesObject[]> {
    return this.cluster.list(apiVersion, kind, namespace);
  }

  async patch(kind: string, name: string, patch: object): Promise<void> {
    await this.cluster.patch({ apiVersion, kind, name, namespace }, patch);
  }

  /** What Holdfast makes of it. */
  async judge(): ReturnType<typeof judgeCluster> {
    return judgeCluster(this.cluster, plainPostgresql);
  }

  /** What Holdfast says that a backup did with the volume. */
  async coverageBy(backup: string) {
    const { database } = await this.judge();
    return database.volumes[0]?.coverage?.find(
      entry => entry.backup.name === backup,
    );
  }

  /** Asks until there is an answer; where none comes, what Velero said last tells why. */
  async within<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
    try {
      return await waitUntil({
        what,
        seconds: WITHIN_SECONDS,
        everyMilliseconds: 100,
        ask,
      });
    } catch (error) {
      throw new Error(`${error}\n${this.#velero.logTail()}`);
    }
  }
}
