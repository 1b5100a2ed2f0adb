import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AttainmentAnswer,
  formatDuration,
} from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { LocalTime, useLocale } from '../../time';
import styles from './AttainmentCell.module.css';
import { formatShare } from './formatShare';

// A window that begins this much later than it could is told of: the clocks of two computers are never the same.
const slackSeconds = 3_600;

/** The share of the time that could be told, what time could not, and since when it is counted at all. */
export const AttainmentCell = (props: {
  attainment: AttainmentAnswer | undefined;
  days: number;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const locale = useLocale();
  const { attainment, days } = props;
  if (!attainment) return t('attained.notKnown');
  const { attained, from, to } = attainment;
  const length = (Date.parse(to) - Date.parse(from)) / 1_000;
  const short = length < days * 86_400 - slackSeconds;
  const parts = [
    ['missed', attainment.missedSeconds],
    ['unknown', attainment.unknownSeconds],
    ['exempt', attainment.exemptSeconds],
  ] as const;
  return (
    <>
      <span className={styles.share}>
        {attained === undefined
          ? t('attained.notKnown')
          : formatShare(attained, locale)}
      </span>
      {parts
        .filter(([, seconds]) => seconds > 0)
        .map(([part, seconds]) => (
          <span key={part} className={styles.part}>
            {t(`history.attainment.${part}`, {
              duration: formatDuration(seconds),
            })}
          </span>
        ))}
      {short && (
        <span className={styles.part}>
          {t('history.attainment.since', {
            time: <LocalTime instant={from} />,
          })}
        </span>
      )}
    </>
  );
};
