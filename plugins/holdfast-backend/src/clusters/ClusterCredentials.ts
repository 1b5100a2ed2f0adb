/**
 * TLS as `node:tls` wants it.
 */
export interface TlsOptions {
  ca?: string | Buffer | Array<string | Buffer>;
  cert?: string | Buffer;
  key?: string | Buffer;
  servername?: string;
  rejectUnauthorized?: boolean;
}

/**
 * How to introduce oneself to an API server right now.
 */
export interface PresentedCredentials {
  headers: Record<string, string>;
  tls: TlsOptions;
}

/**
 * Hands out what a cluster takes for credentials, and gets new ones in time.
 */
export interface ClusterCredentials {
  /**
   * Called before each request, so it has to be quick when nothing is due.
   *
   * @param options - `renew` when the API server has refused what was handed out before
   */
  present(options: { renew: boolean }): Promise<PresentedCredentials>;
}
