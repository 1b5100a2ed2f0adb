import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';

/** What a form can offer. It changes by the day, so it is asked for once and again after a while. */
export function useProvisioning() {
  const api = useApi(holdfastApiRef);
  return useQuery({
    queryKey: ['holdfast', 'provisioning'],
    queryFn: ({ signal }) => api.getProvisioning({ signal }),
    staleTime: 60_000,
  });
}
