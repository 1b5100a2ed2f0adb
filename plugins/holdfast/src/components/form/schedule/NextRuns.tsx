import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CronSchedule, formatDuration } from '@holdfast/plugin-holdfast-common';
import { useState } from 'react';
import { holdfastTranslationRef } from '../../../translation';
import { useLocale } from '../../time';
import { formatRun } from './formatRun';
import styles from './NextRuns.module.css';

const shown = 3;

/** How often a schedule runs, and its next runs in the time that the operator keeps and in the user's own. */
export const NextRuns = (props: { schedule: CronSchedule }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const locale = useLocale();
  // The moment that the field came up: the list need not move on while somebody reads it.
  const [now] = useState(Date.now);
  const { schedule } = props;
  const runs = schedule.runsBetween({
    from: now,
    to: Infinity,
    limit: shown,
  });
  const interval = schedule.typicalIntervalSeconds;
  return (
    <div className={styles.runs} role="status">
      <span>
        {interval === undefined
          ? t('form.schedule.once')
          : t('form.schedule.every', { interval: formatDuration(interval) })}
      </span>
      <ol className={styles.list}>
        {runs.map(run => {
          const { utc, local } = formatRun({ run, locale });
          return (
            <li key={run}>
              <time dateTime={new Date(run).toISOString()}>{utc}</time>
              {local && <span className={styles.local}>{local}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
};
