import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterState } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../translation';
import { clusterLook } from '../clusters/clusterLook';
import { RelativeTime } from '../time';
import tones from '../verdict/tone.module.css';
import styles from './ClusterStrip.module.css';

/** Every cluster with how fresh its facts are, in one line. */
export const ClusterStrip = (props: { clusters: ClusterState[] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <ul className={styles.strip} aria-label={t('fleet.strip.label')}>
      {props.clusters.map(({ name, state, lastContactAt }) => {
        const { Icon, tone } = clusterLook[state];
        return (
          <li
            key={name}
            className={clsx(tones.tone, styles.cluster)}
            data-tone={tone}
          >
            <Icon aria-hidden />
            <span className={styles.name}>{name}</span>
            <span>
              {t(`clusters.state.${state}`)}
              {lastContactAt && (
                <>
                  , <RelativeTime instant={lastContactAt} />
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
