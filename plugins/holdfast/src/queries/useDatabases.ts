import { useApi } from '@backstage/core-plugin-api';
import { ListDatabasesQuery } from '@holdfast/plugin-holdfast-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** One page of databases. While another page or filter is on its way, the page before stays and says so (`isPlaceholderData`). */
export function useDatabases(query: ListDatabasesQuery) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'databases', query],
    queryFn: ({ signal }) => api.listDatabases(query, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: pollEvery(5_000),
  });
}
