import { PropsWithChildren } from 'react';
import { createQueryClient, QueryProvider } from './QueryProvider';

/** For tests, which start with nothing remembered. */
export const sharedQueryClient = createQueryClient();

/**
 * The cache for what no provider of ours stands around: fields in a form of the scaffolder, and everything on the old frontend system. It
 * lives in the module, so that all of them share it.
 */
export const SharedQueryProvider = (props: PropsWithChildren) => (
  <QueryProvider client={sharedQueryClient}>{props.children}</QueryProvider>
);
