import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** The newest recovery points, as many as the API gives at once. They come by the hour, so they are asked for less often than the verdict. */
export function useRecoveryPoints(id: string, options: { enabled: boolean }) {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'recovery-points', id],
    queryFn: ({ signal }) =>
      api.listRecoveryPoints(id, { limit: 500 }, { signal }),
    refetchInterval: pollEvery(15_000),
    enabled: options.enabled,
  });
}
