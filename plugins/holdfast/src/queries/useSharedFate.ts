import { useApi } from '@backstage/core-plugin-api';
import { FateKind } from '@holdfast/plugin-holdfast-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** One page of what goes down together, worst first. While another page or kind is on its way, the one before stays. */
export function useSharedFate(query: {
  kind?: FateKind[];
  limit: number;
  cursor?: string;
}) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'shared-fate', query],
    queryFn: ({ signal }) => api.listSharedFate(query, { signal }),
    refetchInterval: pollEvery(30_000),
    placeholderData: keepPreviousData,
  });
}
