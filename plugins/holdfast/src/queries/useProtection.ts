import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** How the bytes of a database are held. It changes with each backup, so it is asked for less often than the verdict. */
export function useProtection(id: string) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'protection', id],
    queryFn: ({ signal }) => api.getProtection(id, { signal }),
    refetchInterval: pollEvery(15_000),
  });
}
