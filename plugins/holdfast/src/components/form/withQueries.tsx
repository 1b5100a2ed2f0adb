import { ComponentType } from 'react';
import { SharedQueryProvider } from '../../queries';

/** Puts our cache around a component that the scaffolder renders. */
export function withQueries<TProps extends object>(
  Component: ComponentType<TProps>,
) {
  return (props: TProps) => (
    <SharedQueryProvider>
      <Component {...props} />
    </SharedQueryProvider>
  );
}
