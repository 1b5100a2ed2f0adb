import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import holdfastPlugin from '@holdfast/plugin-holdfast-backend';
import {
  DatabaseDetail,
  HoldfastClient,
} from '@holdfast/plugin-holdfast-common';
import { setTimeout as delay } from 'node:timers/promises';
import { waitUntil } from './waitUntil';

/** What Holdfast said of a database from a moment on. */
export interface Word {
  at: Date;
  verdict: string;
  /** The findings that keep the verdict from being better. */
  because: string[];
}

/**
 * The backend of Holdfast as it is shipped, reading the cluster through a kubeconfig with watches, asked over its HTTP API. The catalog has
 * the entities of the repositories.
 */
export class HoldfastUnderTest {
  readonly #backend: TestBackend;
  readonly #client: HoldfastClient;
  readonly #words = new Map<string, Word[]>();
  readonly #ended = new AbortController();

  static async start(options: {
    kubeconfig: string;
    /** The cluster's name for Holdfast, a context of the kubeconfig. */
    cluster: string;
    prometheus?: string;
    entities: Entity[];
  }): Promise<HoldfastUnderTest> {
    const { kubeconfig, cluster, prometheus, entities } = options;
    const backend = await startTestBackend({
      features: [
        holdfastPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            holdfast: {
              kubeconfig: { file: kubeconfig, contexts: [cluster] },
              metrics: prometheus
                ? [{ clusters: [cluster], url: prometheus }]
                : [],
              // Twice as often as by default: a step here takes seconds, not days.
              metricsInterval: '15s',
            },
          },
        }),
      ],
    });
    return new HoldfastUnderTest(backend);
  }

  private constructor(backend: TestBackend) {
    const port = backend.server.port();
    this.#backend = backend;
    this.#client = new HoldfastClient({
      discoveryApi: {
        getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
      },
    });
  }

  /** Writes down from now on what is said of a database, each time that it changes. */
  follow(id: string): void {
    const words: Word[] = [];
    this.#words.set(id, words);
    const listen = async () => {
      const { signal } = this.#ended;
      while (!signal.aborted) {
        const database = await this.#find(id);
        const word = database && wordOf(database);
        const last = words.at(-1);
        if (
          word &&
          (word.verdict !== last?.verdict ||
            word.because.join() !== last.because.join())
        ) {
          words.push(word);
        }
        await delay(300, undefined, { signal }).catch(() => undefined);
      }
    };
    void listen();
  }

  /** What was said since a moment, beginning with what was said then. */
  wordsSince(id: string, since: Date): Word[] {
    const words = this.#words.get(id) ?? [];
    const first = words.findLastIndex(({ at }) => at <= since);
    return words.slice(Math.max(first, 0));
  }

  /** @throws Error with what it said instead */
  async until(
    id: string,
    what: string,
    seconds: number,
    is: (database: DatabaseDetail) => boolean,
  ): Promise<DatabaseDetail> {
    let last: DatabaseDetail | undefined;
    return await waitUntil({
      what,
      seconds,
      ask: async () => {
        last = await this.#find(id);
        return last && is(last) ? last : undefined;
      },
    }).catch((error: Error) => {
      const said = last && wordOf(last);
      throw new Error(
        `${error.message}; Holdfast says ${
          said ? `${said.verdict} (${said.because.join(', ')})` : 'nothing'
        }`,
      );
    });
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#backend.stop();
  }

  async #find(id: string): Promise<DatabaseDetail | undefined> {
    return await this.#client.getDatabase(id).catch(() => undefined);
  }
}

function wordOf({ assessment }: DatabaseDetail): Word {
  const { verdict, findings } = assessment;
  return {
    at: new Date(),
    verdict,
    because: findings
      .filter(({ ceiling }) => ceiling === verdict)
      .map(({ rule }) => rule),
  };
}
