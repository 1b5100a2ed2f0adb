import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Skeleton } from '@backstage/ui';
import { ComponentType, lazy, Suspense } from 'react';
import { SharedQueryProvider } from '../../queries';

/** A field that is loaded when a form shows it. */
export function lazyField<TValue, TOptions>(
  load: () => Promise<
    ComponentType<FieldExtensionComponentProps<TValue, TOptions>>
  >,
) {
  const Field = lazy(async () => ({ default: await load() }));
  return (props: FieldExtensionComponentProps<TValue, TOptions>) => (
    <SharedQueryProvider>
      <Suspense fallback={<Skeleton height={64} />}>
        <Field {...props} />
      </Suspense>
    </SharedQueryProvider>
  );
}
