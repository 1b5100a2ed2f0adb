import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { PropsWithChildren } from 'react';

/**
 * Makes the cache that cards and pages share.
 *
 * @remarks
 *
 * A failed call is not repeated at once: all queries poll, so the next turn is the retry. Calls are made even when the browser thinks
 * that it is offline, since a portal is often reached without the internet.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: false } },
  });
}

export const QueryProvider = (
  props: PropsWithChildren<{ client: QueryClient }>,
) => (
  <QueryClientProvider client={props.client}>
    {props.children}
  </QueryClientProvider>
);
