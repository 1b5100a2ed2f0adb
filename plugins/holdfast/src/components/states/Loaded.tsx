import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import { problemOf } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { ProblemNotice } from './ProblemNotice';
import { RefreshNotice } from './RefreshNotice';

/** What a query has brought, or why it brought nothing: the outline while it is on its way, and a problem with a way to try again. */
export function Loaded<T>(props: {
  query: {
    data: T | undefined;
    error: Error | null;
    isPending: boolean;
    refetch: () => void;
  };
  /** Says what could not be loaded. */
  failed: string;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { query, failed, children } = props;
  const { data, error, isPending, refetch } = query;
  if (isPending) {
    return (
      <Flex direction="column" gap="3" role="status" aria-busy>
        <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
        <Skeleton height={24} width="40%" />
        <Skeleton height={72} />
      </Flex>
    );
  }
  // What was seen while it was allowed is shown no longer.
  const refused = error !== null && problemOf(error) === 'refused';
  if (data === undefined || refused) {
    return error ? (
      <ProblemNotice error={error} title={failed} onRetry={refetch} />
    ) : null;
  }
  return (
    <>
      {error && <RefreshNotice>{t('state.refreshFailed')}</RefreshNotice>}
      {children(data)}
    </>
  );
}
