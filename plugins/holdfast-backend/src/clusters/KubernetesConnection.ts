import { Readable } from 'node:stream';

/**
 * What to ask of an API server.
 *
 * @alpha
 */
export interface KubernetesRequestOptions {
  query?: Record<string, string | number | boolean>;
  /** `application/json` unless said otherwise. */
  accept?: string;
  /** Lets the server compress the answer: good for lists, of no use for watches. */
  compressed?: boolean;
  signal?: AbortSignal;
  /** How long the answer may pause before it is given up, in ms. 60 s unless said otherwise. */
  idleTimeoutMs?: number;
}

/**
 * An answer whose body is still on its way. It has to be read or destroyed.
 *
 * @alpha
 */
export interface KubernetesResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Bytes, decompressed. */
  body: Readable;
}

/**
 * A way to read from one cluster's API server.
 *
 * @alpha
 */
export interface KubernetesConnection {
  /** Of the cluster, as configured. */
  readonly name: string;
  /**
   * Sends a GET request. Any status is an answer; what is thrown is that there was none.
   */
  request(
    path: string,
    options?: KubernetesRequestOptions,
  ): Promise<KubernetesResponse>;
  /** Ends everything under way. */
  close(): Promise<void>;
}
