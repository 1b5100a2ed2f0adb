import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { pollEvery } from './pollEvery';

/** The fleet in numbers. */
export function useFleetSummary() {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'summary'],
    queryFn: ({ signal }) => api.getSummary({}, { signal }),
    refetchInterval: pollEvery(5_000),
  });
}
