import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterState } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../translation';
import tables from '../table.module.css';
import { RelativeTime, useLocale } from '../time';
import styles from './ClustersPage.module.css';

/** What is read of a cluster, one kind a row. */
export const ResourceTable = (props: {
  cluster: string;
  resources: ClusterState['resources'];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const locale = useLocale();
  const { cluster, resources } = props;
  return (
    <div className={tables.scroll}>
      <table
        className={clsx(tables.table, styles.resources)}
        aria-label={t('clusters.kinds.label', { cluster })}
      >
        <thead>
          <tr>
            <th scope="col">{t('clusters.kinds.kind')}</th>
            <th scope="col">{t('clusters.kinds.state')}</th>
            <th scope="col">{t('clusters.kinds.objects')}</th>
            <th scope="col">{t('clusters.kinds.lastEvent')}</th>
          </tr>
        </thead>
        <tbody>
          {resources.map(({ kind, state, objects, lastEventAt, error }) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              <td>
                {t(`clusters.kindState.${state}`)}
                {error && `: ${error}`}
              </td>
              <td>{objects.toLocaleString(locale)}</td>
              <td>{lastEventAt && <RelativeTime instant={lastEventAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
