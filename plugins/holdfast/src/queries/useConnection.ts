import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** How to connect to a database, once its id is known. It changes when somebody changes its manifests, so it is asked for now and then. */
export function useConnection(id: string | undefined) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'connection', id],
    queryFn: ({ signal }) => api.getConnection(id ?? '', { signal }),
    refetchInterval: pollEvery(15_000),
    enabled: id !== undefined,
  });
}
