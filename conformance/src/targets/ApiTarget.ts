import { ApiClient } from '../ApiClient';

/** A Kubernetes API server under test: the simulated one or a real one. */
export interface ApiTarget {
  readonly url: string;
  /** The certificate to trust, in PEM; `undefined` over HTTP. */
  readonly certificateAuthority: string | undefined;
  /** Bearer tokens: one that may do all, one that may read what Holdfast reads. */
  readonly tokens: { admin: string; reader: string };

  /** Starts the server, or starts it again on the same port and data, and returns when it is ready. */
  start(): Promise<void>;
  /** Starts it and returns at once, so that what it answers while it starts can be seen. */
  launch(): Promise<void>;
  /** Asks it to stop and waits for that; its data stay. */
  stop(): Promise<void>;
  /** Kills it; its data stay. */
  kill(): Promise<void>;
  /** Makes it forget every state but the present one: old pages and old versions expire. */
  expireHistory(): Promise<void>;
  /** Ends it and removes what it has left. */
  dispose(): Promise<void>;
}

/** A client for one of the target's tokens, for another one, or for none. */
export function clientOf(
  target: ApiTarget,
  who: 'admin' | 'reader' | { token?: string } = 'admin',
): ApiClient {
  const token = typeof who === 'string' ? target.tokens[who] : who.token;
  const { url, certificateAuthority } = target;
  return ApiClient.create({ url, certificateAuthority, token });
}

/** A kubeconfig (as JSON, which is YAML too) for one of the target's tokens. */
export function kubeconfigOf(
  target: ApiTarget,
  options: { who?: 'admin' | 'reader'; cluster?: string } = {},
): string {
  const { who = 'reader', cluster = 'target' } = options;
  const authority = target.certificateAuthority;
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: cluster,
        cluster: {
          server: target.url,
          ...(authority && {
            'certificate-authority-data':
              Buffer.from(authority).toString('base64'),
          }),
        },
      },
    ],
    users: [{ name: who, user: { token: target.tokens[who] } }],
    contexts: [{ name: cluster, context: { cluster, user: who } }],
    'current-context': cluster,
  });
}
