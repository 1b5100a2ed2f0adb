import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Verdict } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../translation';
import tones from './tone.module.css';
import styles from './VerdictBadge.module.css';
import { verdictLook } from './verdictLook';

/** A verdict as icon and word. One that is only remembered, since its cluster is away, has an outline alone. */
export const VerdictBadge = (props: { verdict: Verdict; stale?: boolean }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { Icon, tone } = verdictLook[props.verdict];
  return (
    <span
      className={clsx(tones.tone, styles.badge)}
      data-tone={tone}
      data-stale={props.stale}
    >
      <Icon aria-hidden />
      {t(`verdict.${props.verdict}.name`)}
    </span>
  );
};
