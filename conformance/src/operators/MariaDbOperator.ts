import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Daemon } from '../controlPlane/Daemon';
import { OperatorAssets } from './findOperators';
import { OperatorCluster } from './OperatorCluster';

const NAMESPACE = 'mariadb-system';

/** The real mariadb-operator beside an API server. */
export class MariaDbOperator {
  readonly #manager: Daemon;

  static async start(
    cluster: OperatorCluster,
    assets: OperatorAssets['mariadbOperator'],
  ): Promise<MariaDbOperator> {
    const token = join(cluster.folder, 'token');
    await writeFile(token, '', { mode: 0o600 });
    await cluster.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    const manager = new Daemon({
      command: assets.manager,
      flags: { 'metrics-addr': '0', 'health-addr': '0' },
      environment: {
        KUBECONFIG: cluster.kubeconfig,
        MARIADB_OPERATOR_NAME: 'mariadb-operator',
        MARIADB_OPERATOR_NAMESPACE: NAMESPACE,
        MARIADB_OPERATOR_SA_PATH: token,
        // What is written into pods, of which none will run (`deploy/charts/mariadb-operator/values.yaml` of 25.10).
        MARIADB_OPERATOR_IMAGE: 'mariadb-operator:25.10.4',
        RELATED_IMAGE_MARIADB: 'mariadb:11.8.5',
        RELATED_IMAGE_MARIADB_NAME: 'mariadb',
        RELATED_IMAGE_MAXSCALE: 'maxscale:23.08.5',
        RELATED_IMAGE_EXPORTER: 'exporter:0.15.1',
        RELATED_IMAGE_EXPORTER_MAXSCALE: 'exporter-maxscale:0.0.1',
        MARIADB_GALERA_LIB_PATH: '/usr/lib/galera/libgalera_smm.so',
        MARIADB_DEFAULT_VERSION: '11.8',
      },
      folder: cluster.folder,
      logFile: join(cluster.folder, 'mariadb-operator.log'),
    });
    manager.start();
    return new MariaDbOperator(manager);
  }

  private constructor(manager: Daemon) {
    this.#manager = manager;
  }

  /** What it said last: why something did not come. */
  logTail(): string {
    return this.#manager.logTail();
  }

  async stop(): Promise<void> {
    await this.#manager.end('SIGKILL');
  }
}
