import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** One database with its assessment, kept current while the page is visible. */
export function useDatabase(id: string) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'database', id],
    queryFn: ({ signal }) => api.getDatabase(id, { signal }),
    refetchInterval: pollEvery(3_000),
  });
}
