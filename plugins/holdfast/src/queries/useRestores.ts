import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** One page of the restores of a database, newest first. While another page is on its way, the one before stays. */
export function useRestores(
  id: string,
  page: { limit: number; cursor?: string },
) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'restores', id, page],
    queryFn: ({ signal }) => api.listRestores(id, page, { signal }),
    refetchInterval: pollEvery(15_000),
    // Of this database alone: those of another one would say the wrong thing.
    placeholderData: (previous, query) =>
      query?.queryKey[2] === id ? previous : undefined,
  });
}
