import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  formatDuration,
  RecoveryPointPage,
  RecoveryWindow,
} from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { CSSProperties } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { LocalTime } from '../time';
import { Tone } from '../verdict';
import tones from '../verdict/tone.module.css';
import styles from './RecoveryTimeline.module.css';
import { timelineLayout } from './timelineLayout';

/**
 * From the first to the latest restorable moment, and the gap from there to now. The sentence below says all that the picture shows.
 */
export const RecoveryTimeline = (props: {
  window: RecoveryWindow;
  points: RecoveryPointPage['items'];
  now: number;
  gapTone: Tone;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { window, points, now, gapTone } = props;
  const layout = timelineLayout({ window, points, now });
  const words = {
    from: <LocalTime instant={window.from} />,
    to: <LocalTime instant={window.to} seconds />,
    gap: formatDuration(layout.gapSeconds),
  };
  return (
    <figure className={styles.timeline}>
      <div
        aria-hidden
        className={styles.picture}
        style={{ '--gap-share': `${layout.gapShare * 100}%` } as CSSProperties}
      >
        <div className={styles.window} data-continuous={window.continuous}>
          {layout.points.map(({ consistentAt, position, usable }, index) => (
            <span
              key={`${consistentAt} ${index}`}
              className={styles.point}
              data-usable={usable}
              style={{ '--position': position } as CSSProperties}
            />
          ))}
        </div>
        <div className={clsx(tones.tone, styles.gap)} data-tone={gapTone} />
        <div className={styles.ends}>
          {window.from !== window.to && <LocalTime instant={window.from} />}
          <LocalTime instant={window.to} />
        </div>
        <div className={styles.ends}>
          <span>{t('window.now')}</span>
        </div>
      </div>
      <figcaption className={styles.words}>
        {window.continuous
          ? t('window.continuous', words)
          : t('window.pointsOnly', words)}
      </figcaption>
    </figure>
  );
};
