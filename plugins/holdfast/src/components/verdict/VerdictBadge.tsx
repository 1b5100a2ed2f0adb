import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Verdict } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../translation';
import tones from './tone.module.css';
import styles from './VerdictBadge.module.css';
import { verdictLook } from './verdictLook';

/** A verdict as icon and word. */
export const VerdictBadge = (props: { verdict: Verdict }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { Icon, tone } = verdictLook[props.verdict];
  return (
    <span className={clsx(tones.tone, styles.badge)} data-tone={tone}>
      <Icon aria-hidden />
      {t(`verdict.${props.verdict}.name`)}
    </span>
  );
};
