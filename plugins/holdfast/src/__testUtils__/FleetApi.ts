import { ResponseError } from '@backstage/errors';
import {
  DatabaseSummary,
  FateKind,
  ListDatabasesQuery,
  medianOf,
  PreviewRequest,
  verdictOrder,
} from '@holdfast/plugin-holdfast-common';
import { HoldfastApi } from '../api';
import { connectionOf } from './connection';
import { Fleet, MoreKnown } from './fleet';
import { paged } from './paged';
import { previewOf, provisioningNow } from './provisioning';

const order: readonly string[] = [...verdictOrder, 'exempt'];

const sortKeys: Record<string, (database: DatabaseSummary) => string | number> =
  {
    verdict: ({ verdict }) => order.indexOf(verdict),
    name: ({ reference }) => reference.name,
    attainedRpo: ({ attainedRpoSeconds }) => attainedRpoSeconds ?? Infinity,
    owner: ({ owner }) => owner ?? '',
    cluster: ({ reference }) => reference.cluster,
  };

/** Answers from a fleet in memory as the backend would: filtered, sorted and paged. */
export class FleetApi implements HoldfastApi {
  readonly #fleet: () => Fleet;

  constructor(fleet: () => Fleet) {
    this.#fleet = fleet;
  }

  async listDatabases(query: ListDatabasesQuery = {}) {
    const { orderField = 'verdict,asc' } = query;
    const [field, direction] = orderField.split(',');
    const keyOf = sortKeys[field];
    const sign = direction === 'desc' ? -1 : 1;
    const matching = this.#fleet()
      .databases.map(({ summary }) => summary)
      .filter(summary => matches(summary, query))
      .sort((a, b) => {
        const [left, right] = [keyOf(a), keyOf(b)];
        if (left === right) return 0;
        return left < right ? -sign : sign;
      });
    return paged(matching, query);
  }

  async getDatabase(id: string) {
    const database = this.#fleet().databases.find(
      ({ summary }) => summary.id === id,
    );
    if (!database) throw await problem(404, `no database ${id}`);
    return database;
  }

  async listRecoveryPoints(id: string) {
    const items = this.#fleet().points[id] ?? [];
    return { items, totalItems: items.length, pageInfo: {} };
  }

  async listRestores(
    id: string,
    query: { limit?: number; cursor?: string } = {},
  ) {
    const restores = this.#moreOf(id).restores ?? [];
    const seconds = restores
      .flatMap(({ outcome, incarnation, seconds: took }) =>
        outcome === 'succeeded' && incarnation === 'current' && took
          ? [took]
          : [],
      )
      .sort((a, b) => a - b);
    return {
      ...paged(restores, query),
      measuredRto:
        seconds.length > 0
          ? {
              restores: seconds.length,
              minSeconds: seconds[0],
              medianSeconds: medianOf(seconds),
              maxSeconds: seconds[seconds.length - 1],
            }
          : undefined,
    };
  }

  async getProtection(id: string) {
    const { summary } = await this.getDatabase(id);
    const { asOf, stale } = summary;
    const { protection = { volumes: [], drills: [] } } = this.#moreOf(id);
    return { ...protection, asOf, stale };
  }

  async getHistory(
    id: string,
    query: { limit?: number; cursor?: string } = {},
  ) {
    const { items = [], attainment = [] } = this.#moreOf(id).history ?? {};
    return { ...paged(items, query), attainment };
  }

  async getDeletion(id: string) {
    return { items: this.#moreOf(id).deletion ?? [] };
  }

  async listSharedFate(
    query: { kind?: FateKind[]; limit?: number; cursor?: string } = {},
  ) {
    const { kind } = query;
    const { sharedFate = [] } = this.#fleet();
    return paged(
      sharedFate.filter(fate => !kind || kind.includes(fate.kind)),
      query,
    );
  }

  async getConnection(id: string) {
    const { summary } = await this.getDatabase(id);
    const { asOf, stale } = summary;
    return { connection: connectionOf(summary.reference), asOf, stale };
  }

  async getSummary() {
    const summaries = this.#fleet().databases.map(({ summary }) => summary);
    return {
      totalItems: summaries.length,
      byVerdict: countBy(summaries, ({ verdict }) => verdict),
      byEngine: countBy(summaries, ({ engine }) => engine),
      byCluster: countBy(summaries, ({ reference }) => reference.cluster),
      byOwner: countBy(summaries, ({ owner }) => owner),
      stale: summaries.filter(({ stale }) => stale).length,
    };
  }

  async listClusters() {
    return this.#fleet().clusters;
  }

  async getProvisioning() {
    return provisioningNow();
  }

  async createPreview(request: PreviewRequest) {
    return previewOf(request);
  }

  #moreOf(id: string): MoreKnown {
    return this.#fleet().more?.[id] ?? {};
  }
}

function matches(summary: DatabaseSummary, query: ListDatabasesQuery): boolean {
  const { verdict, owner, engine, cluster, entityRef, text } = query;
  const among = <T>(values: T[] | undefined, value: T | undefined) =>
    !values || (value !== undefined && values.includes(value));
  const { reference } = summary;
  return (
    among(verdict, summary.verdict) &&
    among(owner, summary.owner) &&
    among(engine, summary.engine) &&
    among(cluster, reference.cluster) &&
    (!entityRef || entityRef === summary.entityRef) &&
    (!text ||
      [reference.name, reference.namespace, reference.cluster, summary.owner]
        .join(' ')
        .toLocaleLowerCase('en-US')
        .includes(text.toLocaleLowerCase('en-US')))
  );
}

function countBy<T>(
  items: T[],
  keyOf: (item: T) => string | undefined,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** A problem as the API client throws it. */
export async function problem(
  status: 403 | 404 | 500 | 503,
  message: string,
): Promise<ResponseError> {
  const name = {
    403: 'NotAllowedError',
    404: 'NotFoundError',
    500: 'Error',
    503: 'ServiceUnavailableError',
  }[status];
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}
