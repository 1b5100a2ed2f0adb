import { readFile } from 'node:fs/promises';
import {
  AuthenticationStrategy,
  ClusterDetails,
} from '@backstage/plugin-kubernetes-node';
import { ClusterCredentials, PresentedCredentials } from './ClusterCredentials';

/** Shorter than the life of any cloud's token: those of EKS end after 15 min. */
const REFRESH_AFTER_MS = 5 * 60 * 1000;

/**
 * Credentials by a strategy of the Kubernetes plugin, for a cluster of its configuration.
 */
export class StrategyCredentials implements ClusterCredentials {
  readonly #cluster: ClusterDetails;
  readonly #loadStrategy: () => Promise<AuthenticationStrategy>;
  #presented?: Promise<PresentedCredentials>;
  #refreshAt = 0;

  static create(options: {
    cluster: ClusterDetails;
    /** Called when credentials are first asked for. */
    loadStrategy: () => Promise<AuthenticationStrategy>;
  }): StrategyCredentials {
    return new StrategyCredentials(options);
  }

  private constructor(options: {
    cluster: ClusterDetails;
    loadStrategy: () => Promise<AuthenticationStrategy>;
  }) {
    this.#cluster = options.cluster;
    this.#loadStrategy = options.loadStrategy;
  }

  async present(options: { renew: boolean }): Promise<PresentedCredentials> {
    if (!this.#presented || options.renew || Date.now() > this.#refreshAt) {
      this.#refreshAt = Date.now() + REFRESH_AFTER_MS;
      this.#presented = this.#get();
      this.#presented.catch(() => {
        this.#presented = undefined;
      });
    }
    return await this.#presented;
  }

  async #get(): Promise<PresentedCredentials> {
    const { caData, caFile, skipTLSVerify } = this.#cluster;
    const strategy = await this.#loadStrategy();
    const credential = await strategy.getCredential(this.#cluster, {});
    const isToken = credential.type === 'bearer token';
    const isCertificate = credential.type === 'x509 client certificate';
    return {
      headers: isToken ? { authorization: `Bearer ${credential.token}` } : {},
      tls: {
        ...(caData && { ca: Buffer.from(caData, 'base64') }),
        ...(caFile && !caData && { ca: await readFile(caFile) }),
        ...(skipTLSVerify && { rejectUnauthorized: false }),
        ...(isCertificate && { cert: credential.cert, key: credential.key }),
      },
    };
  }
}
