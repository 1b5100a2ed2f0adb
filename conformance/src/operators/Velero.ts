import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Daemon } from '../controlPlane/Daemon';
import { freePorts } from '../controlPlane/freePorts';
import { waitUntil } from '../proof/waitUntil';
import { OperatorAssets } from './findOperators';
import { OperatorCluster } from './OperatorCluster';

const BUCKET = 'backups';

/**
 * The real Velero with its plugin for S3, and an S3 server, which can be stopped and comes back with what it had. There is no node agent, so that
 * nothing that needs one happens.
 */
export class Velero {
  /** Where Velero and its objects live. */
  static readonly namespace = 'velero';
  readonly #server: Daemon;
  readonly #store: Daemon;
  readonly #storeUrl: string;

  static async start(
    cluster: OperatorCluster,
    assets: Pick<OperatorAssets, 'velero' | 's3Server'>,
  ): Promise<Velero> {
    const { folder } = cluster;
    const [storePort] = await freePorts(1);
    const address = `127.0.0.1:${storePort}`;
    const store = new Daemon({
      command: assets.s3Server.server,
      flags: {
        host: address,
        backend: 'bolt',
        'bolt.db': join(folder, 's3.db'),
        initialbucket: BUCKET,
        quiet: 'true',
      },
      folder,
      logFile: join(folder, 's3.log'),
    });
    // It writes credentials and what it is about to upload there.
    const scratch = join(folder, 'velero');
    await mkdir(scratch, { mode: 0o700 });
    const server = new Daemon({
      command: assets.velero.server,
      subcommand: 'server',
      flags: {
        'plugin-dir': assets.velero.plugins,
        'metrics-address': '127.0.0.1:0',
        'profiler-address': '',
        namespace: Velero.namespace,
        kubeconfig: cluster.kubeconfig,
        'store-validation-frequency': '1s',
        'log-level': 'info',
      },
      environment: { TMPDIR: scratch, HOME: scratch },
      folder,
      logFile: join(folder, 'velero.log'),
    });
    const velero = new Velero(server, store, `http://${address}`);
    try {
      await velero.startStore();
      await cluster.create(
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: Velero.namespace },
        },
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'bucket', namespace: Velero.namespace },
          stringData: {
            cloud:
              '[default]\naws_access_key_id=any\naws_secret_access_key=any\n',
          },
        },
      );
      // It looks up there what image it runs from, before it restores pods (`pod_volume_restore_action.go`).
      const labels = { component: 'velero' };
      await cluster.create({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'velero', namespace: Velero.namespace },
        spec: {
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: {
              containers: [{ name: 'velero', image: 'velero/velero:v1.18.3' }],
            },
          },
        },
      });
      server.start();
    } catch (error) {
      await velero.stop();
      throw error;
    }
    return velero;
  }

  private constructor(server: Daemon, store: Daemon, storeUrl: string) {
    this.#server = server;
    this.#store = store;
    this.#storeUrl = storeUrl;
  }

  /** The spec of a BackupStorageLocation for the S3 server. */
  locationSpec(): object {
    return {
      provider: 'aws',
      objectStorage: { bucket: BUCKET },
      config: {
        region: 'eu-central-1',
        s3ForcePathStyle: 'true',
        s3Url: this.#storeUrl,
      },
      credential: { name: 'bucket', key: 'cloud' },
    };
  }

  async startStore(): Promise<void> {
    this.#store.start();
    await waitUntil({
      what: 'the S3 server',
      seconds: 20,
      everyMilliseconds: 50,
      ask: async () => (await fetch(this.#storeUrl)).ok,
    });
  }

  async stopStore(): Promise<void> {
    await this.#store.end('SIGKILL');
  }

  logTail(): string {
    return this.#server.logTail();
  }

  /** Ends both. Velero is asked to, so that it ends its plugins as well. */
  async stop(): Promise<void> {
    await this.#server.end('SIGTERM');
    await this.#store.end('SIGKILL');
  }
}
