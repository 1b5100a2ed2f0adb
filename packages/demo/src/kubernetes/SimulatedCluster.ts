import { generate } from 'selfsigned';
import { Account } from './Accounts';
import { ApiServer, StartUp } from './ApiServer';
import { Faults } from './Faults';
import { ObjectStore } from './ObjectStore';
import { ResourceType } from './ResourceType';
import { resourceTypes } from './resourceTypes';

/** @public */
export interface SimulatedClusterOptions {
  name: string;
  /** Who may do what; by default one reader and one writer with the tokens `reader` and `writer`. */
  accounts?: readonly Account[];
  /** The types that are served; those of the demo by default. */
  types?: readonly ResourceType[];
  /** The port on 127.0.0.1; a free one by default, and the same again after every start. */
  port?: number;
  /** HTTPS with a certificate of its own; HTTP by default. */
  tls?: boolean;
  /** The clock of its objects; the machine's by default. */
  now?: () => Date;
  /** How many changes of each type watches can look back on at least; 2,000 by default. */
  historyLimit?: number;
  /** How often watches get a bookmark; 60 s by default, as in kube-apiserver. */
  bookmarkIntervalSeconds?: number;
  /** What a server refuses after a restart: 0.2 s with 403, 0.3 s with 503, then 0.5 s with 429 by default. */
  startUp?: StartUp;
}

/**
 * A simulated Kubernetes cluster: objects, and an API server on a loopback port that can be stopped, killed, started again
 * and befallen by faults.
 *
 * @public
 */
export class SimulatedCluster {
  readonly name: string;
  readonly objects: ObjectStore;
  readonly faults = new Faults();
  readonly #options: SimulatedClusterOptions;
  readonly #tls?: { key: string; cert: string };
  readonly #accounts: readonly Account[];
  #server?: ApiServer;
  #port: number;
  #startedAt = 0;

  static create(options: SimulatedClusterOptions): SimulatedCluster {
    return new SimulatedCluster(options);
  }

  private constructor(options: SimulatedClusterOptions) {
    this.name = options.name;
    this.#options = options;
    this.#port = options.port ?? 0;
    this.#accounts = options.accounts ?? [
      { token: 'reader', user: 'reader', access: 'read' },
      { token: 'writer', user: 'writer', access: 'write' },
    ];
    this.objects = ObjectStore.create({
      types: options.types ?? Object.values(resourceTypes),
      now: options.now,
      seed: options.name,
      historyLimit: options.historyLimit,
    });
    if (options.tls) {
      const { private: key, cert } = generate(
        [{ name: 'commonName', value: options.name }],
        {
          keySize: 2048,
          days: 3650,
          extensions: [
            { name: 'basicConstraints', cA: true },
            {
              name: 'subjectAltName',
              altNames: [
                { type: 2, value: 'localhost' },
                { type: 7, ip: '127.0.0.1' },
              ],
            },
          ],
        },
      );
      this.#tls = { key, cert };
    }
  }

  /** The address of the API server, once it has been started. */
  get url(): string {
    return `${this.#tls ? 'https' : 'http'}://127.0.0.1:${this.#port}`;
  }

  /** The certificate to trust, in PEM; `undefined` over HTTP. */
  get certificateAuthority(): string | undefined {
    return this.#tls?.cert;
  }

  get running(): boolean {
    return this.#server !== undefined;
  }

  /** Starts a server that is ready at once. */
  async start(): Promise<void> {
    await this.#start({
      forbiddenMilliseconds: 0,
      unavailableMilliseconds: 0,
      initializingMilliseconds: 0,
    });
  }

  /** Ends watches and closes the port; the objects stay. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.stop();
  }

  /** Resets all connections and closes the port; the objects stay. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.kill();
  }

  /**
   * Kills the server if it runs, and starts one on the same port.
   *
   * A real server starts with an empty watch cache: whoever resumes a watch from before gets 410. With `history: 'kept'`
   * they get what they have missed, as from another server behind the same address.
   */
  async restart(options: { history?: 'lost' | 'kept' } = {}): Promise<void> {
    await this.kill();
    if (options.history !== 'kept') {
      // A starting server writes leases and endpoints of its own.
      this.objects.skipRevisions(3);
      this.#startedAt = this.objects.revision;
    }
    await this.#start(
      this.#options.startUp ?? {
        forbiddenMilliseconds: 200,
        unavailableMilliseconds: 300,
        initializingMilliseconds: 500,
      },
    );
  }

  /** Resets every open connection; the server goes on. */
  resetConnections(): void {
    this.#server?.resetConnections();
  }

  /** A kubeconfig for one of the accounts: JSON, which is YAML too. */
  kubeconfig(user: string): string {
    const account = this.#accounts.find(candidate => candidate.user === user);
    if (!account) {
      throw new RangeError(`cluster ${this.name} has no account "${user}"`);
    }
    const { name } = this;
    return JSON.stringify(
      {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [
          {
            name,
            cluster: {
              server: this.url,
              ...(this.#tls && {
                'certificate-authority-data': Buffer.from(
                  this.#tls.cert,
                ).toString('base64'),
              }),
            },
          },
        ],
        users: [{ name: user, user: { token: account.token } }],
        contexts: [{ name, context: { cluster: name, user } }],
        'current-context': name,
      },
      undefined,
      2,
    );
  }

  async #start(startUp: StartUp): Promise<void> {
    if (this.#server) {
      throw new Error(`the API server of ${this.name} runs already`);
    }
    const server = ApiServer.create({
      store: this.objects,
      faults: this.faults,
      accounts: this.#accounts,
      tls: this.#tls,
      startUp,
      startedAt: this.#startedAt,
      bookmarkIntervalSeconds: this.#options.bookmarkIntervalSeconds ?? 60,
    });
    this.#port = await server.listen(this.#port);
    this.#server = server;
  }
}
