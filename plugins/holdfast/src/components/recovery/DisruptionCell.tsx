import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import clsx from 'clsx';
import { ReactNode } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { Comparison } from '../comparison';
import tones from '../verdict/tone.module.css';
import { comparisonLook } from './comparisonLook';
import styles from './DisruptionTable.module.css';

/** One attained value of its objective, whether that is met, and how it is known. */
export const DisruptionCell = (props: {
  attained: string;
  objective: string;
  comparison: Comparison;
  basis: ReactNode;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { attained, objective, comparison, basis } = props;
  const { Icon, tone } = comparisonLook[comparison];
  return (
    <div className={clsx(tones.tone, styles.cell)} data-tone={tone}>
      <Icon aria-hidden />
      <div>
        <span>
          {t('attained.table.of', { attained, objective })}
          {comparison !== 'undecided' && (
            <VisuallyHidden>
              {', '}
              {t(`attained.table.${comparison}`)}
            </VisuallyHidden>
          )}
        </span>
        {basis && <span className={styles.basis}>{basis}</span>}
      </div>
    </div>
  );
};
