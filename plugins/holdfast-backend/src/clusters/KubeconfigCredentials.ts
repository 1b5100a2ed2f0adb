import { RequestOptions } from 'node:https';
import { KubeConfig } from '@kubernetes/client-node';
import { ClusterCredentials, PresentedCredentials } from './ClusterCredentials';

/**
 * Credentials of the current context of a kubeconfig: tokens, client certificates, basic authentication, exec plugins.
 */
export class KubeconfigCredentials implements ClusterCredentials {
  readonly #load: () => KubeConfig;
  #kubeconfig?: KubeConfig;

  static create(options: {
    /** Reads the kubeconfig; called again when what it said before is refused. */
    load: () => KubeConfig;
  }): KubeconfigCredentials {
    return new KubeconfigCredentials(options.load);
  }

  private constructor(load: () => KubeConfig) {
    this.#load = load;
  }

  async present(options: { renew: boolean }): Promise<PresentedCredentials> {
    if (!this.#kubeconfig || options.renew) {
      // With the kubeconfig goes what its exec plugins have handed out.
      this.#kubeconfig = this.#load();
    }
    const presented: RequestOptions = {};
    await this.#kubeconfig.applyToHTTPSOptions(presented);
    const { headers, auth, ca, cert, key, servername, rejectUnauthorized } =
      presented;
    return {
      headers: {
        ...(auth && {
          authorization: `Basic ${Buffer.from(auth).toString('base64')}`,
        }),
        ...textHeaders(headers),
      },
      tls: {
        ...(isPem(ca) && { ca }),
        ...(isPem(cert) && { cert }),
        ...(isPem(key) && { key }),
        ...(servername !== undefined && { servername }),
        ...(rejectUnauthorized !== undefined && { rejectUnauthorized }),
      },
    };
  }
}

function isPem(value: unknown): value is string | Buffer {
  return typeof value === 'string' || Buffer.isBuffer(value);
}

function textHeaders(headers: RequestOptions['headers']) {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    texts[name.toLocaleLowerCase('en-US')] = String(value);
  }
  return texts;
}
