import { Skeleton } from '@backstage/ui';
import { ComponentType, lazy, Suspense } from 'react';
import { SharedQueryProvider } from '../../queries';
import type { FormFieldProps } from '../form/FormFieldProps';

/** A field that is loaded when a form shows it. */
export function lazyField<TValue>(
  load: () => Promise<ComponentType<FormFieldProps<TValue>>>,
) {
  const Field = lazy(async () => ({ default: await load() }));
  return (props: FormFieldProps<TValue>) => (
    <SharedQueryProvider>
      <Suspense fallback={<Skeleton height={64} />}>
        <Field {...props} />
      </Suspense>
    </SharedQueryProvider>
  );
}
