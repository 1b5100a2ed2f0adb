import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** How fresh the facts of every cluster are. */
export function useClusters() {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'clusters'],
    queryFn: ({ signal }) => api.listClusters({ signal }),
    refetchInterval: pollEvery(5_000),
  });
}
