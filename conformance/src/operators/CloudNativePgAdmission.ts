import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { Daemon } from '../controlPlane/Daemon';
import { freePorts } from '../controlPlane/freePorts';
import { OperatorAssets } from './findOperators';

const READY_WITHIN_MILLISECONDS = 60_000;
const NAMESPACE = 'cnpg-system';

interface WebhookConfiguration {
  metadata: { name: string };
  webhooks: Array<{
    clientConfig: {
      service?: { path: string };
      url?: string;
      caBundle?: string;
    };
  }>;
}

/**
 * The real CloudNativePG beside a real API server, which asks it about each of its objects before it takes them, in a dry run too: what the
 * operator's own webhooks refuse is refused here in its own words.
 */
export class CloudNativePgAdmission {
  readonly #folder: string;
  readonly #manager: Daemon;
  readonly #port: number;

  /**
   * Starts the operator and registers its webhooks.
   *
   * @param options.kubeconfig - of an administrator of an API server that has the operator's definitions
   * @param options.certificates - folder of `apiserver.crt` and `apiserver.key` for 127.0.0.1
   */
  static async start(options: {
    assets: OperatorAssets['cloudNativePg'];
    kubectl: string;
    kubeconfig: string;
    certificates: string;
  }): Promise<CloudNativePgAdmission> {
    const { assets, kubectl, kubeconfig, certificates } = options;
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-operator-'));
    // It looks for the programs that it would hand to instances, one per architecture, and for its certificates.
    await mkdir(join(folder, 'operator'));
    await copyFile(assets.manager, join(folder, 'operator', 'manager_amd64'));
    await mkdir(join(folder, 'certificates'), { mode: 0o700 });
    for (const [from, to] of [
      ['apiserver.crt', 'apiserver.crt'],
      ['apiserver.key', 'apiserver.key'],
      ['apiserver.crt', 'tls.crt'],
      ['apiserver.key', 'tls.key'],
    ]) {
      await copyFile(
        join(certificates, from),
        join(folder, 'certificates', to),
      );
    }

    const [port] = await freePorts(1);
    const manager = new Daemon({
      command: assets.manager,
      subcommand: 'controller',
      flags: { 'webhook-port': String(port), 'metrics-bind-address': '0' },
      environment: {
        KUBECONFIG: kubeconfig,
        OPERATOR_NAMESPACE: NAMESPACE,
        // It is written into pods, of which there will be none.
        OPERATOR_IMAGE_NAME: 'cloudnative-pg:1.30.0',
        WEBHOOK_CERT_DIR: join(folder, 'certificates'),
      },
      folder,
      logFile: join(folder, 'manager.log'),
    });
    const admission = new CloudNativePgAdmission(folder, manager, port);
    const asAdministrator = (args: string[], input?: string) =>
      execFileSync(kubectl, ['--kubeconfig', kubeconfig, ...args], {
        input,
        stdio: ['pipe', 'ignore', 'pipe'],
      });
    try {
      asAdministrator(['create', 'namespace', NAMESPACE]);
      manager.start();
      await admission.#untilItListens();
      asAdministrator(
        ['create', '--filename=-'],
        await webhooksAt(port, assets.webhooks, certificates),
      );
    } catch (error) {
      await admission.stop();
      throw error;
    }
    return admission;
  }

  private constructor(folder: string, manager: Daemon, port: number) {
    this.#folder = folder;
    this.#manager = manager;
    this.#port = port;
  }

  /** Ends the operator; its webhooks stay registered and fail. */
  async stop(): Promise<void> {
    await this.#manager.end('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #untilItListens(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MILLISECONDS;
    while (!(await accepts(this.#port))) {
      if (Date.now() > deadline || !this.#manager.running) {
        throw new Error(
          `CloudNativePG did not become ready:\n${this.#manager.logTail()}`,
        );
      }
      await delay(100);
    }
  }
}

/** The operator's webhook configurations, pointed at a port of this machine instead of a Service. */
async function webhooksAt(
  port: number,
  file: string,
  certificates: string,
): Promise<string> {
  const authority = await readFile(join(certificates, 'apiserver.crt'));
  const items = parseAllDocuments(await readFile(file, 'utf8')).map(
    document => {
      const configuration: WebhookConfiguration = document.toJS();
      return {
        ...configuration,
        webhooks: configuration.webhooks.map(webhook => ({
          ...webhook,
          clientConfig: {
            url: `https://127.0.0.1:${port}${webhook.clientConfig.service?.path}`,
            caBundle: authority.toString('base64'),
          },
        })),
      };
    },
  );
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    const answer = (accepted: boolean) => () => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', answer(true));
    socket.once('error', answer(false));
  });
}
