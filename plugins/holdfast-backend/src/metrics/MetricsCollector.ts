import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { MetricQuery } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { deleteMetricsStates } from '../database/operations/samples/deleteMetricsStates';
import { markDatabases } from '../database/operations/databases/markDatabases';
import { deleteOldSamples } from '../database/operations/samples/deleteOldSamples';
import { listOldSamples } from '../database/operations/samples/listOldSamples';
import { readMetricsStates } from '../database/operations/samples/readMetricsStates';
import { readSampleHashes } from '../database/operations/samples/readSampleHashes';
import { writeMetricsState } from '../database/operations/samples/writeMetricsState';
import { writeSamples } from '../database/operations/samples/writeSamples';
import { Inventory } from '../inventory/Inventory';
import { addMatchers } from './addMatchers';
import { databasesAbout } from './databasesAbout';
import { CLUSTER_PLACEHOLDER, MetricsSource } from './MetricsSource';
import { MetricsState } from './MetricsState';
import { PrometheusClient } from './PrometheusClient';
import { sampleSetsOf } from './sampleSetsOf';

/** Age at which a sample says nothing about now any more; also when Prometheus itself calls a series stale. */
const LIFETIME_MS = 5 * 60_000;

/**
 * Asks the metrics sources and keeps what they say, and has databases judged anew about which they say something new.
 */
export class MetricsCollector {
  readonly #knex: Knex;
  readonly #inventory: Pick<Inventory, 'rootsAffectedBy'>;
  readonly #queries: readonly MetricQuery[];
  readonly #sources: readonly MetricsSource[];
  readonly #logger: LoggerService;
  readonly #onMarked: () => void;

  /**
   * @param options - `onMarked` is called when databases have to be judged anew
   */
  static create(options: {
    knex: Knex;
    inventory: Pick<Inventory, 'rootsAffectedBy'>;
    queries: readonly MetricQuery[];
    sources: readonly MetricsSource[];
    logger: LoggerService;
    onMarked: () => void;
  }): MetricsCollector {
    return new MetricsCollector(options);
  }

  private constructor(options: Parameters<typeof MetricsCollector.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#queries = options.queries;
    this.#sources = options.sources;
    this.#logger = options.logger;
    this.#onMarked = options.onMarked;
  }

  /** Asks every source once. A source that fails takes only its own samples with it, and those when they are too old. */
  async collect(signal: AbortSignal): Promise<void> {
    const states = await readMetricsStates(this.#knex);
    await deleteMetricsStates(this.#knex, {
      except: this.#sources.flatMap(({ clusters }) => clusters),
    });
    await Promise.all(
      this.#sources.map(async source => {
        for (const cluster of source.clusters) {
          await this.#collectCluster({
            source,
            cluster,
            former: states.get(cluster),
            signal,
          });
        }
      }),
    );
    await this.#dropOld();
  }

  async #collectCluster(options: {
    source: MetricsSource;
    cluster: string;
    former: MetricsState | undefined;
    signal: AbortSignal;
  }): Promise<void> {
    const { source, cluster, former, signal } = options;
    let state: MetricsState;
    try {
      for (const query of this.#queries) {
        await this.#ask({ source, cluster, query, signal });
      }
      state = { state: 'live', lastSuccessAt: new Date().toISOString() };
    } catch (caught) {
      if (signal.aborted) {
        return;
      }
      const { message } = toError(caught);
      if (former?.state !== 'failing') {
        this.#logger.warn(
          `Metrics of cluster '${cluster}' cannot be read from ${source.url}: ${message}`,
        );
      }
      state = {
        state: 'failing',
        lastSuccessAt: former?.lastSuccessAt,
        error: message,
      };
    }
    await writeMetricsState(this.#knex, { cluster, state });
  }

  async #ask(options: {
    source: MetricsSource;
    cluster: string;
    query: MetricQuery;
    signal: AbortSignal;
  }): Promise<void> {
    const { source, cluster, query, signal } = options;
    const labels = Object.fromEntries(
      Object.entries(source.labels).map(([name, value]) => [
        name,
        value.replaceAll(CLUSTER_PLACEHOLDER, cluster),
      ]),
    );
    const series = await PrometheusClient.create(source).query(
      addMatchers(query.query, labels),
      signal,
    );
    const sets = sampleSetsOf({ query, series });
    const known = await readSampleHashes(this.#knex, {
      cluster,
      query: query.name,
    });
    const changed = sets.filter(
      ({ subject, hash }) => known.get(subject) !== hash,
    );
    const present = new Set(sets.map(({ subject }) => subject));
    const gone = [...known.keys()].filter(subject => !present.has(subject));

    const factKeys = await databasesAbout(this.#knex, {
      cluster,
      subjects: [...changed.map(({ subject }) => subject), ...gone],
      inventory: this.#inventory,
    });
    await this.#knex.transaction(async tx => {
      await writeSamples(tx, {
        cluster,
        query: query.name,
        observedAt: Date.now(),
        changed,
        gone,
      });
      await markDatabases(tx, { cluster, factKeys });
    });
    if (factKeys.length) {
      this.#onMarked();
    }
  }

  async #dropOld(): Promise<void> {
    const before = Date.now() - LIFETIME_MS;
    const old = await listOldSamples(this.#knex, { before });
    for (const [cluster, subjects] of old) {
      const factKeys = await databasesAbout(this.#knex, {
        cluster,
        subjects,
        inventory: this.#inventory,
      });
      await this.#knex.transaction(async tx => {
        await deleteOldSamples(tx, { cluster, before });
        await markDatabases(tx, { cluster, factKeys });
      });
      this.#onMarked();
    }
  }
}
