import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link } from '@backstage/ui';
import { ClusterState } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { ReactNode } from 'react';
import { databasesRouteRef } from '../../routes';
import { holdfastTranslationRef } from '../../translation';
import { RelativeTime } from '../time';
import tones from '../verdict/tone.module.css';
import { clusterLook } from './clusterLook';
import styles from './ClustersPage.module.css';
import { ResourceTable } from './ResourceTable';

/** How well one cluster is known: as a whole, and kind by kind. */
export const ClusterCard = (props: { cluster: ClusterState }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const databasesHref = useRouteRef(databasesRouteRef)();
  const { name, state, reason, databases, resources } = props.cluster;
  const { lastContactAt, lastCompleteSyncAt, metrics } = props.cluster;
  const { Icon, tone } = clusterLook[state];
  const ago = (instant: string | undefined) =>
    instant ? <RelativeTime instant={instant} /> : t('clusters.never');
  const metricsState = (): ReactNode => {
    if (!metrics) return t('clusters.metrics.none');
    return metrics.state === 'failing'
      ? t('clusters.metrics.failing', { error: metrics.error ?? '' })
      : t('clusters.metrics.live', { time: ago(metrics.lastSuccessAt) });
  };
  return (
    <Card className={styles.card}>
      <CardHeader>
        <div className={styles.heading}>
          <h3>{name}</h3>
          <span className={clsx(tones.tone, styles.state)} data-tone={tone}>
            <Icon aria-hidden />
            {t(`clusters.state.${state}`)}
          </span>
          <Link
            variant="body-small"
            href={`${databasesHref}?${new URLSearchParams({ cluster: name })}`}
          >
            {t('clusters.databases', { count: databases })}
          </Link>
          <span>
            {t('clusters.lastContact')}: {ago(lastContactAt)}
          </span>
          <span>
            {t('clusters.lastSync')}: {ago(lastCompleteSyncAt)}
          </span>
          <span>
            {t('clusters.metrics.title')}: {metricsState()}
          </span>
          <p className={styles.reason}>
            {t(`clusters.meaning.${state}`)} {reason}
          </p>
        </div>
      </CardHeader>
      <CardBody className={styles.card}>
        <ResourceTable cluster={name} resources={resources} />
      </CardBody>
    </Card>
  );
};
