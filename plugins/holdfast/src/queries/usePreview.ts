import { useApi } from '@backstage/core-plugin-api';
import { PreviewRequest } from '@holdfast/plugin-holdfast-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { holdfastApiRef } from '../api';
import { useSettled } from './useSettled';

const settleMs = 400;

/**
 * What a database would attain and cost, asked for when the typing pauses; a request that another one has overtaken is aborted. While an
 * answer is on its way, the one before stays and says so (`isOutdated`). Without a request nothing is asked.
 */
export function usePreview(request: PreviewRequest | undefined) {
  const api = useApi(holdfastApiRef);
  const settled = useSettled(request, settleMs);
  const query = useQuery({
    queryKey: ['holdfast', 'preview', settled],
    queryFn: ({ signal }) => api.createPreview(settled ?? {}, { signal }),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return {
    ...query,
    isOutdated: settled !== request || query.isPlaceholderData,
  };
}
