import { request as httpRequest } from 'node:http';
import { request as httpsRequest, RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import { CustomErrorBase } from '@backstage/errors';

const ANSWER_TIMEOUT_MS = 60_000;
/** A page of large objects has some megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * A refusal by an API server.
 */
export class RefusedError extends CustomErrorBase {
  readonly status: number;
  /** How long the server wants to be left alone, in ms. */
  readonly retryAfterMs?: number;

  constructor(options: {
    status: number;
    message: string;
    retryAfterMs?: number;
  }) {
    super(options.message);
    this.name = 'RefusedError';
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/**
 * The API server of the current context of a kubeconfig. It is only read from.
 */
export class ApiServer {
  readonly #kubeconfig: KubeConfig;
  readonly #url: string;

  static create(options: {
    kubeconfig: KubeConfig;
    /** Of the server. */
    url: string;
  }): ApiServer {
    return new ApiServer(options);
  }

  private constructor(options: { kubeconfig: KubeConfig; url: string }) {
    this.#kubeconfig = options.kubeconfig;
    this.#url = options.url.replace(/\/+$/, '');
  }

  /**
   * Sends a GET request and reads the answer as JSON.
   *
   * @throws RefusedError when the answer is not 200
   */
  async get(
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    const options: RequestOptions = {};
    await this.#kubeconfig.applyToHTTPSOptions(options);
    const url = new URL(`${this.#url}${path}`);
    url.search = new URLSearchParams(query).toString();
    const { status, text, retryAfter } = await answerTo(url, {
      ...options,
      method: 'GET',
      headers: { ...options.headers, accept: 'application/json' },
      timeout: ANSWER_TIMEOUT_MS,
    });
    if (status !== 200) {
      throw new RefusedError({
        status,
        message: messageOf(text) ?? `the API server answered ${status}`,
        ...(retryAfter > 0 && { retryAfterMs: retryAfter * 1000 }),
      });
    }
    return JSON.parse(text);
  }
}

async function answerTo(
  url: URL,
  options: RequestOptions,
): Promise<{ status: number; text: string; retryAfter: number }> {
  return await new Promise((resolve, reject) => {
    const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
    const request = send(url, options, response => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MOST_BYTES)
          request.destroy(new Error('the answer is too long'));
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString('utf8'),
          retryAfter: Number(response.headers['retry-after'] ?? 0),
        }),
      );
    });
    request.on('timeout', () =>
      request.destroy(
        new Error(`no answer within ${ANSWER_TIMEOUT_MS / 1000} s`),
      ),
    );
    request.on('error', reject);
    request.end();
  });
}

/**
 * What a `Status` object says.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
 */
function messageOf(text: string): string | undefined {
  try {
    const status: { message?: unknown } = JSON.parse(text);
    return typeof status.message === 'string' && status.message
      ? status.message.slice(0, 500)
      : undefined;
  } catch {
    // Proxies answer in HTML.
    return undefined;
  }
}
