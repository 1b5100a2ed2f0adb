import { PropsWithChildren } from 'react';
import { createQueryClient, QueryProvider } from '../../queries';

// The old system has nowhere to put a provider around all of a plugin's extensions, so what they share lives in the module.
const client = createQueryClient();

export const LegacyQueryProvider = (props: PropsWithChildren) => (
  <QueryProvider client={client}>{props.children}</QueryProvider>
);
