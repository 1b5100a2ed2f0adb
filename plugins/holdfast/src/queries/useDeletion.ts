import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** What becomes of a database when it is deleted. It changes when somebody changes its manifests. */
export function useDeletion(id: string) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'deletion', id],
    queryFn: ({ signal }) => api.getDeletion(id, { signal }),
    refetchInterval: pollEvery(30_000),
  });
}
