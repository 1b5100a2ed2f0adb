import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '../ApiClient';
import { ControlPlaneAssets } from './assets';
import { Daemon } from './Daemon';
import { freePorts } from './freePorts';

const READY_WITHIN_MILLISECONDS = 90_000;

/**
 * A real etcd and kube-apiserver on free ports of the loopback interface, with a folder of their own that goes with them.
 * The API server can be stopped, killed and started again on the same port and data.
 *
 * There is no controller-manager: nothing collects garbage, binds claims or empties namespaces.
 */
export class ControlPlane {
  /** Bearer tokens: one of `system:masters`, one of a user `reader` that has no role until it is given one. */
  readonly tokens = {
    admin: randomBytes(16).toString('hex'),
    reader: randomBytes(16).toString('hex'),
  };
  readonly #folder: string;
  readonly #etcd: Daemon;
  readonly #apiServer: Daemon;
  readonly #etcdUrl: string;
  readonly #port: number;

  /** Prepares the folder and chooses the ports; nothing runs yet. */
  static async create(assets: ControlPlaneAssets): Promise<ControlPlane> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-control-plane-'));
    const [port, etcdPort, etcdPeerPort] = await freePorts(3);
    const controlPlane = new ControlPlane(assets, folder, {
      port,
      etcdPort,
      etcdPeerPort,
    });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(
      join(folder, 'service-account.key'),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
      { mode: 0o600 },
    );
    await writeFile(
      join(folder, 'tokens.csv'),
      `${controlPlane.tokens.admin},admin,admin,"system:masters"\n` +
        `${controlPlane.tokens.reader},reader,reader\n`,
      { mode: 0o600 },
    );
    return controlPlane;
  }

  private constructor(
    assets: ControlPlaneAssets,
    folder: string,
    ports: { port: number; etcdPort: number; etcdPeerPort: number },
  ) {
    const etcdUrl = `http://127.0.0.1:${ports.etcdPort}`;
    const etcdPeerUrl = `http://127.0.0.1:${ports.etcdPeerPort}`;
    const serviceAccountKey = join(folder, 'service-account.key');
    this.#folder = folder;
    this.#port = ports.port;
    this.#etcdUrl = etcdUrl;
    this.#etcd = new Daemon({
      command: assets.etcd,
      logFile: join(folder, 'etcd.log'),
      flags: {
        'data-dir': join(folder, 'etcd'),
        'listen-client-urls': etcdUrl,
        'advertise-client-urls': etcdUrl,
        'listen-peer-urls': etcdPeerUrl,
        'initial-advertise-peer-urls': etcdPeerUrl,
        'initial-cluster': `default=${etcdPeerUrl}`,
        // The data need not outlive the machine.
        'unsafe-no-fsync': 'true',
        // As kubeadm sets it; the default of 10 min would keep bookmarks of quiet kinds from moving on.
        'watch-progress-notify-interval': '5s',
        'log-level': 'error',
      },
    });
    this.#apiServer = new Daemon({
      command: assets.kubeApiserver,
      logFile: join(folder, 'kube-apiserver.log'),
      flags: {
        'etcd-servers': etcdUrl,
        'bind-address': '127.0.0.1',
        'secure-port': String(ports.port),
        'cert-dir': join(folder, 'certificates'),
        'service-account-issuer': 'https://127.0.0.1',
        'service-account-key-file': serviceAccountKey,
        'service-account-signing-key-file': serviceAccountKey,
        'service-cluster-ip-range': '10.0.0.0/24',
        'token-auth-file': join(folder, 'tokens.csv'),
        'authorization-mode': 'RBAC',
        // Its tokens would come from the controller-manager, which is not there.
        'disable-admission-plugins': 'ServiceAccount',
        // Otherwise an open watch holds a server that is asked to stop for a minute.
        'shutdown-watch-termination-grace-period': '1s',
      },
    });
  }

  get url(): string {
    return `https://127.0.0.1:${this.#port}`;
  }

  /**
   * Folder of `apiserver.crt` and `apiserver.key`, which the server writes when it is first started: a certificate of 127.0.0.1, so that servers
   * beside it can use it too.
   */
  get certificates(): string {
    return join(this.#folder, 'certificates');
  }

  /** The certificate to trust, in PEM. */
  get certificateAuthority(): string {
    return readFileSync(join(this.certificates, 'apiserver.crt'), 'utf8');
  }

  /** Starts what does not run and returns when the API server is ready. */
  async start(): Promise<void> {
    this.launch();
    const deadline = Date.now() + READY_WITHIN_MILLISECONDS;
    while (!(await this.#isReady())) {
      if (Date.now() > deadline || !this.#apiServer.running) {
        throw new Error(
          `kube-apiserver did not become ready:\n${this.#etcd.logTail()}\n${this.#apiServer.logTail()}`,
        );
      }
      await delay(100);
    }
  }

  /** Starts what does not run and returns at once: the API server refuses connections, then requests, for some seconds. */
  launch(): void {
    this.#etcd.start();
    this.#apiServer.start();
  }

  /** Asks the API server to stop and waits for it; etcd goes on. */
  async stop(): Promise<void> {
    await this.#apiServer.end('SIGTERM');
  }

  /** Kills the API server; etcd goes on. */
  async kill(): Promise<void> {
    await this.#apiServer.end('SIGKILL');
  }

  /** Makes etcd forget every state but the present one, as it does by itself every 5 min. */
  async compact(): Promise<void> {
    const { header } = await this.#askEtcd('kv/range', { key: 'AA==' });
    await this.#askEtcd('kv/compaction', {
      revision: header.revision,
      physical: true,
    });
  }

  /** Ends both and removes their folder. */
  async dispose(): Promise<void> {
    await this.#apiServer.end('SIGKILL');
    await this.#etcd.end('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #isReady(): Promise<boolean> {
    if (!existsSync(join(this.certificates, 'apiserver.crt'))) {
      return false;
    }
    const client = ApiClient.create({
      url: this.url,
      certificateAuthority: this.certificateAuthority,
      token: this.tokens.admin,
    });
    try {
      return (await client.request('GET', '/readyz')).code === 200;
    } catch {
      return false;
    } finally {
      await client.close();
    }
  }

  /** etcd's own JSON gateway. */
  async #askEtcd(path: string, body: object) {
    const response = await fetch(`${this.#etcdUrl}/v3/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`etcd answered ${response.status} to ${path}`);
    }
    return response.json();
  }
}
