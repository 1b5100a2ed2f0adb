import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Skeleton } from '@backstage/ui';
import { RiCloudOffLine } from '@remixicon/react';
import clsx from 'clsx';
import { useClusters } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import contrast from '../contrast.module.css';
import { Notice, ProblemNotice, RefreshNotice } from '../states';
import { ClusterCard } from './ClusterCard';
import styles from './ClustersPage.module.css';

/** How well every cluster is known. */
export const ClustersPage = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { data, error, isPending, refetch } = useClusters();
  return (
    <Container className={clsx(contrast.contrast, styles.page)}>
      {isPending && <Skeleton height={200} />}
      {error && !data && (
        <ProblemNotice
          error={error}
          title={t('clusters.failed')}
          onRetry={refetch}
        />
      )}
      {error && data && (
        <RefreshNotice>{t('fleet.refreshFailed')}</RefreshNotice>
      )}
      {data?.length === 0 && (
        <Notice Icon={RiCloudOffLine} title={t('clusters.none')} />
      )}
      {data?.map(cluster => (
        <ClusterCard key={cluster.name} cluster={cluster} />
      ))}
    </Container>
  );
};
