import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { HistoryPage, ruleTitles } from '@holdfast/plugin-holdfast-common';
import { RiArrowRightLine } from '@remixicon/react';
import { holdfastTranslationRef } from '../../../translation';
import { LocalTime } from '../../time';
import { VerdictBadge } from '../../verdict';
import styles from './TransitionItem.module.css';

/** When the verdict, or whether the RPO is attained, became another one, and what decided. */
export const TransitionItem = (props: {
  transition: HistoryPage['items'][number];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { at, from, to, rpo, rule, message } = props.transition;
  const title = rule && ruleTitles[rule];
  const ruleWords = title ? `${title} · ${rule}` : rule;
  return (
    <li className={styles.transition}>
      <span className={styles.time}>
        <LocalTime instant={at} seconds />
      </span>
      <div className={styles.what}>
        <span className={styles.verdicts}>
          {from && from !== to && (
            <>
              <VerdictBadge verdict={from} />
              <RiArrowRightLine aria-hidden />
              <VisuallyHidden>{t('history.became')}</VisuallyHidden>
            </>
          )}
          {to ? <VerdictBadge verdict={to} /> : t('history.gone')}
          {!from && <span>{t('history.firstSeen')}</span>}
          {rpo && <span>{t(`history.rpo.${rpo}`)}</span>}
        </span>
        {message && <span>{message}</span>}
        {ruleWords && <span className={styles.rule}>{ruleWords}</span>}
      </div>
    </li>
  );
};
