import {
  apiVersionOf,
  KubernetesObject,
  ObjectKey,
  ResourceType,
} from '@holdfast/demo';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { Agent, Dispatcher } from 'undici';
import { WatchConnection } from './WatchConnection';

/** A Status, an object or a list, as far as tests look at it. */
export interface ApiBody {
  kind?: string;
  apiVersion?: string;
  metadata: {
    resourceVersion?: string;
    continue?: string;
    remainingItemCount?: number;
    [field: string]: unknown;
  };
  items?: KubernetesObject[];
  status?: unknown;
  [field: string]: unknown;
}

/** An answer as it came over the wire, decompressed. */
export interface ApiAnswer {
  code: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface ApiRequestOptions {
  query?: Record<string, string | number | boolean>;
  headers?: Record<string, string>;
  body?: object;
  /** The media type of the body; JSON by default. */
  contentType?: string;
  signal?: AbortSignal;
}

/** Plain HTTP to a Kubernetes API server, without any Kubernetes client in between that would hide what it says. */
export class ApiClient {
  readonly #agent: Agent;
  readonly #url: string;
  readonly #token?: string;

  static create(options: {
    url: string;
    certificateAuthority?: string;
    token?: string;
  }): ApiClient {
    return new ApiClient(options);
  }

  private constructor(options: {
    url: string;
    certificateAuthority?: string;
    token?: string;
  }) {
    this.#url = options.url;
    this.#token = options.token;
    this.#agent = new Agent({
      connect: { ca: options.certificateAuthority },
      bodyTimeout: 0,
    });
  }

  async request(
    method: Dispatcher.HttpMethod,
    path: string,
    options: ApiRequestOptions = {},
  ): Promise<ApiAnswer> {
    const { statusCode, headers, body } = await this.#send(
      method,
      path,
      options,
    );
    const bytes = await buffer(body);
    const text =
      headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    return { code: statusCode, headers, text: text.toString() };
  }

  /**
   * Sends a request and reads its body as JSON.
   *
   * @throws Error with the answer where its code is another than expected
   */
  async json(
    method: Dispatcher.HttpMethod,
    path: string,
    options: ApiRequestOptions & { code?: number } = {},
  ): Promise<ApiBody> {
    const { code = 200 } = options;
    const answer = await this.request(method, path, options);
    if (answer.code !== code) {
      throw new Error(
        `${method} ${path} gave ${answer.code}, not ${code}: ${answer.text}`,
      );
    }
    return JSON.parse(answer.text);
  }

  /** Opens a watch; what is refused is answered like any request. */
  async watch(
    path: string,
    options: ApiRequestOptions = {},
  ): Promise<WatchConnection> {
    const aborter = new AbortController();
    const { statusCode, headers, body } = await this.#send('GET', path, {
      ...options,
      query: { watch: true, ...options.query },
      signal: aborter.signal,
    });
    return new WatchConnection({
      code: statusCode,
      headers,
      body: Readable.from(body),
      abort: () => aborter.abort(),
    });
  }

  async create(type: ResourceType, object: KubernetesObject): Promise<ApiBody> {
    return this.json('POST', collectionPath(type, object.metadata.namespace), {
      body: { apiVersion: apiVersionOf(type), kind: type.kind, ...object },
      code: 201,
    });
  }

  /** Sends a JSON merge patch. */
  async patch(
    type: ResourceType,
    key: ObjectKey,
    patch: object,
    subresource?: 'status',
  ): Promise<ApiBody> {
    const suffix = subresource ? `/${subresource}` : '';
    return this.json('PATCH', objectPath(type, key) + suffix, {
      body: patch,
      contentType: 'application/merge-patch+json',
    });
  }

  async delete(type: ResourceType, key: ObjectKey): Promise<ApiBody> {
    return this.json('DELETE', objectPath(type, key));
  }

  /** Cuts all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #send(
    method: Dispatcher.HttpMethod,
    path: string,
    options: ApiRequestOptions,
  ) {
    const { query = {}, headers, body, contentType, signal } = options;
    const url = new URL(path, this.#url);
    for (const [name, value] of Object.entries(query)) {
      url.searchParams.set(name, String(value));
    }
    return this.#agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      signal,
      headers: {
        accept: 'application/json',
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...(body && { 'content-type': contentType ?? 'application/json' }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
  }
}

/** The path of all objects of a type, or of those in one namespace. */
export function collectionPath(type: ResourceType, namespace?: string): string {
  const root = type.group ? '/apis' : '/api';
  const within = namespace ? `/namespaces/${namespace}` : '';
  return `${root}/${apiVersionOf(type)}${within}/${type.plural}`;
}

export function objectPath(type: ResourceType, key: ObjectKey): string {
  return `${collectionPath(type, key.namespace)}/${key.name}`;
}
