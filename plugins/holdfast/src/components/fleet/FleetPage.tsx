import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Container, Text } from '@backstage/ui';
import { RiFilterOffLine } from '@remixicon/react';
import clsx from 'clsx';
import { problemOf, useClusters, useFleetSummary } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import contrast from '../contrast.module.css';
import { Notice, ProblemNotice } from '../states';
import { ClusterStrip } from './ClusterStrip';
import { DatabaseTable } from './DatabaseTable';
import { isFiltered, noFilter } from './FleetFilter';
import { FleetEmpty } from './FleetEmpty';
import { FleetFilterBar } from './FleetFilterBar';
import styles from './FleetPage.module.css';
import { LostClusters } from './LostClusters';
import { useFleetFilter } from './useFleetFilter';
import { VerdictTiles } from './VerdictTiles';

/** The whole fleet, worst first. */
export const FleetPage = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const [filter, changeFilter] = useFleetFilter();
  const summary = useFleetSummary();
  const clusters = useClusters();

  if (summary.error && problemOf(summary.error) === 'refused') {
    return (
      <Container className={clsx(contrast.contrast, styles.page)}>
        <ProblemNotice
          error={summary.error}
          title={t('fleet.failed')}
          onRetry={summary.refetch}
        />
      </Container>
    );
  }

  return (
    <Container className={clsx(contrast.contrast, styles.page)}>
      {clusters.data && <LostClusters clusters={clusters.data} />}
      <VerdictTiles
        summary={summary.data}
        selected={filter.verdict}
        onChange={verdict => changeFilter({ verdict })}
      />
      {clusters.data && <ClusterStrip clusters={clusters.data} />}
      <FleetFilterBar
        summary={summary.data}
        filter={filter}
        onChange={changeFilter}
      />
      <DatabaseTable
        filter={filter}
        onSort={orderField => changeFilter({ orderField })}
        empty={
          isFiltered(filter) ? (
            <Notice
              Icon={RiFilterOffLine}
              title={t('fleet.filteredEmpty.title')}
            >
              <Text as="p" variant="body-medium" color="secondary">
                {t('fleet.filteredEmpty.description', {
                  total: String(summary.data?.totalItems ?? 0),
                })}
              </Text>
              <Button
                variant="secondary"
                size="small"
                onPress={() => changeFilter(noFilter)}
              >
                {t('fleet.filter.clear')}
              </Button>
            </Notice>
          ) : (
            <FleetEmpty clusters={clusters.data} />
          )
        }
      />
    </Container>
  );
};
