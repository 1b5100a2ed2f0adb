import {
  EngineName,
  ListDatabasesQuery,
  Verdict,
} from '@holdfast/plugin-holdfast-common';

export type OrderField = NonNullable<ListDatabasesQuery['orderField']>;

/** What the table shows, and in which order. Empty lists and an empty text do not filter. */
export interface FleetFilter {
  verdict: Verdict[];
  engine: EngineName[];
  cluster: string[];
  owner: string[];
  text: string;
  orderField: OrderField;
}

/** Worst first. */
export const verdicts: readonly Verdict[] = [
  'unprotected',
  'unknown',
  'at-risk',
  'protected',
  'proven',
  'exempt',
];

export const engines: readonly EngineName[] = [
  'postgresql',
  'redis',
  'valkey',
  'mysql',
  'mariadb',
];

const orderFields: readonly OrderField[] = [
  'verdict,asc',
  'verdict,desc',
  'name,asc',
  'name,desc',
  'attainedRpo,asc',
  'attainedRpo,desc',
  'owner,asc',
  'owner,desc',
  'cluster,asc',
  'cluster,desc',
];

const worstFirst: OrderField = 'verdict,asc';

/** Reads a filter from an address. What it does not know, an old link perhaps, is left out. */
export function parseFleetFilter(params: URLSearchParams): FleetFilter {
  const known = <T extends string>(key: string, values: readonly T[]) =>
    values.filter(value => params.getAll(key).includes(value));
  return {
    verdict: known('verdict', verdicts),
    engine: known('engine', engines),
    cluster: params.getAll('cluster'),
    owner: params.getAll('owner'),
    text: params.get('text') ?? '',
    orderField: known('orderField', orderFields)[0] ?? worstFirst,
  };
}

/** Writes a filter as an address; what is as usual is left out. */
export function fleetFilterParams(filter: FleetFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of ['verdict', 'engine', 'cluster', 'owner'] as const) {
    for (const value of filter[key]) params.append(key, value);
  }
  if (filter.text) params.set('text', filter.text);
  if (filter.orderField !== worstFirst) {
    params.set('orderField', filter.orderField);
  }
  return params;
}

/** The filter as the API takes it. */
export function fleetFilterQuery(filter: FleetFilter): ListDatabasesQuery {
  const { text, orderField, ...lists } = filter;
  const query: ListDatabasesQuery = { orderField };
  if (lists.verdict.length > 0) query.verdict = lists.verdict;
  if (lists.engine.length > 0) query.engine = lists.engine;
  if (lists.cluster.length > 0) query.cluster = lists.cluster;
  if (lists.owner.length > 0) query.owner = lists.owner;
  if (text.trim()) query.text = text.trim();
  return query;
}

/** Whether anything is filtered away. */
export function isFiltered(filter: FleetFilter): boolean {
  return (
    filter.verdict.length +
      filter.engine.length +
      filter.cluster.length +
      filter.owner.length >
      0 || filter.text.trim() !== ''
  );
}

export const noFilter: Omit<FleetFilter, 'orderField'> = {
  verdict: [],
  engine: [],
  cluster: [],
  owner: [],
  text: '',
};
