import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** One page of what changed of a database, newest first, and for how long it attained its objectives. */
export function useHistory(
  id: string,
  page: { limit: number; cursor?: string },
) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'history', id, page],
    queryFn: ({ signal }) => api.getHistory(id, page, { signal }),
    refetchInterval: pollEvery(15_000),
    // Of this database alone: those of another one would say the wrong thing.
    placeholderData: (previous, query) =>
      query?.queryKey[2] === id ? previous : undefined,
  });
}
