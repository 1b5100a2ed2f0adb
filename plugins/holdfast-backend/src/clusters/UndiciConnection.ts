import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Agent, Dispatcher, ProxyAgent, request } from 'undici';
import { ClusterCredentials, TlsOptions } from './ClusterCredentials';
import {
  KubernetesConnection,
  KubernetesRequestOptions,
  KubernetesResponse,
} from './KubernetesConnection';

const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 60_000;

/** Half of what load balancers in front of API servers commonly allow, as client-go has it. */
const KEEP_ALIVE_PROBE_MS = 30_000;

/**
 * A connection to an API server over undici. All requests share one pool of sockets, which is only replaced when the TLS side of the
 * credentials changes.
 */
export class UndiciConnection implements KubernetesConnection {
  readonly name: string;
  readonly #url: string;
  readonly #credentials: ClusterCredentials;
  readonly #proxy?: string;
  #pool?: { tlsKey: string; dispatcher: Dispatcher };

  static create(options: {
    name: string;
    /** Of the API server; a path in front of all requests is fine. */
    url: string;
    credentials: ClusterCredentials;
    /** An HTTP proxy on the way. */
    proxy?: string;
  }): UndiciConnection {
    return new UndiciConnection(options);
  }

  private constructor(options: {
    name: string;
    url: string;
    credentials: ClusterCredentials;
    proxy?: string;
  }) {
    this.name = options.name;
    this.#url = options.url.replace(/\/+$/, '');
    this.#credentials = options.credentials;
    this.#proxy = options.proxy;
  }

  async request(
    path: string,
    options: KubernetesRequestOptions = {},
  ): Promise<KubernetesResponse> {
    const response = await this.#send(path, { ...options, renew: false });
    if (response.statusCode !== 401) {
      return toResponse(response);
    }
    // The credentials have run out before their time, or were replaced.
    await response.body.dump();
    return toResponse(await this.#send(path, { ...options, renew: true }));
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.dispatcher.destroy();
  }

  async #send(
    path: string,
    options: KubernetesRequestOptions & { renew: boolean },
  ): Promise<Dispatcher.ResponseData> {
    const { headers, tls } = await this.#credentials.present(options);
    const idleTimeoutMs = options.idleTimeoutMs ?? ANSWER_TIMEOUT_MS;
    return await request(`${this.#url}${path}`, {
      dispatcher: this.#dispatcher(tls),
      query: options.query,
      headers: {
        accept: options.accept ?? 'application/json',
        ...(options.compressed && { 'accept-encoding': 'gzip' }),
        ...headers,
      },
      signal: options.signal,
      headersTimeout: Math.min(ANSWER_TIMEOUT_MS, idleTimeoutMs),
      bodyTimeout: idleTimeoutMs,
    });
  }

  #dispatcher(tls: TlsOptions): Dispatcher {
    const tlsKey = [tls.ca, tls.cert, tls.key, tls.servername].join('\n');
    if (this.#pool?.tlsKey === tlsKey) {
      return this.#pool.dispatcher;
    }
    // What is under way on the old sockets may end there.
    this.#pool?.dispatcher.close();
    const connect = {
      ...tls,
      timeout: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_PROBE_MS,
    };
    const dispatcher = this.#proxy
      ? new ProxyAgent({ uri: this.#proxy, requestTls: connect })
      : new Agent({ connect });
    this.#pool = { tlsKey, dispatcher };
    return dispatcher;
  }
}

function toResponse(response: Dispatcher.ResponseData): KubernetesResponse {
  const { statusCode: status, headers, body } = response;
  // A body that is given up half read tells of it, to nobody.
  body.on('error', () => {});
  return {
    status,
    headers,
    body: headers['content-encoding'] === 'gzip' ? gunzip(body) : body,
  };
}

function gunzip(compressed: Readable): Readable {
  // Errors of either side reach whoever reads the result.
  return pipeline(compressed, createGunzip(), () => {});
}
