import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ClusterState } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { LocalTime } from '../time';

/** One notice for every cluster that is away, whatever the number of its databases. */
export const LostClusters = (props: { clusters: ClusterState[] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <>
      {props.clusters
        .filter(({ state }) => state === 'lost')
        .map(({ name, since, lastContactAt, reason, databases }) => {
          const lostAt = lastContactAt ?? since;
          return (
            <Alert
              key={name}
              status="warning"
              icon
              role="status"
              title={t('fleet.lost.title', { cluster: name })}
              description={
                <>
                  {lostAt && (
                    <>
                      {t('fleet.lost.since', {
                        time: <LocalTime instant={lostAt} />,
                        reason: reason
                          ? t('fleet.lost.reason', { reason })
                          : '',
                      })}{' '}
                    </>
                  )}
                  {t('fleet.lost.databases', { count: databases })}
                </>
              }
            />
          );
        })}
    </>
  );
};
