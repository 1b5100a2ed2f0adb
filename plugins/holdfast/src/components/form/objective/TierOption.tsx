import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, Skeleton } from '@backstage/ui';
import {
  formatDuration,
  Provisioning,
  TierPreview,
} from '@holdfast/plugin-holdfast-common';
import { ReactNode, useId } from 'react';
import { holdfastTranslationRef } from '../../../translation';
import { VerdictBadge } from '../../verdict';
import { Price } from '../cost/Price';
import { TierDisruptions } from './TierDisruptions';
import styles from './TierOption.module.css';

/** One tier as a radio button: objectives, what would be attained when something breaks, price. */
export const TierOption = (props: {
  tier: Provisioning['tiers'][number];
  preview: TierPreview | undefined;
  state: 'loading' | 'there' | 'failed';
  isOutdated: boolean;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { tier, preview, state, isOutdated } = props;
  const { objective, predicted, cost, problems = [] } = preview ?? {};
  const nameId = useId();
  const detailsId = useId();

  const orWait = (content: ReactNode) => {
    if (content) return content;
    return state === 'loading' ? (
      <Skeleton width="80%" height={14} />
    ) : (
      t('form.objective.notKnown')
    );
  };
  // What the form says of its own stands in the answer; until that is there, it is as the tier says.
  const rpo = objective?.rpoSeconds.data.value ?? tier.rpoSeconds;
  const rto = objective?.rtoSeconds.data.value ?? tier.rtoSeconds;
  const retention = objective?.retentionSeconds.value ?? tier.retentionSeconds;

  return (
    <Radio
      className={styles.option}
      value={tier.name}
      aria-labelledby={nameId}
      aria-describedby={detailsId}
    >
      <span className={styles.content}>
        <span id={nameId} className={styles.name}>
          {tier.name}
        </span>
        <span id={detailsId} className={styles.details} aria-busy={isOutdated}>
          <span className={styles.objectives}>
            <span>
              {t('form.objective.rpo', { time: formatDuration(rpo) })}
            </span>
            <span>
              {t('form.objective.rto', { time: formatDuration(rto) })}
            </span>
            <span>
              {t('form.objective.retention', {
                time: formatDuration(retention),
              })}
            </span>
          </span>
          {problems.length > 0 ? (
            <span className={styles.problems}>
              <strong>{t('form.objective.notPossible')}</strong>
              {problems.map(({ field, message }) => (
                <span key={field}>
                  {field}: {message}
                </span>
              ))}
            </span>
          ) : (
            <>
              <span className={styles.verdict}>
                {orWait(
                  predicted && <VerdictBadge verdict={predicted.verdict} />,
                )}
              </span>
              <span className={styles.attained}>
                {orWait(
                  objective && predicted && (
                    <TierDisruptions
                      objective={objective}
                      predicted={predicted}
                    />
                  ),
                )}
              </span>
              <span className={styles.price}>
                {orWait(
                  cost && (
                    <>
                      <Price
                        amount={cost.total}
                        currency={cost.currency}
                        complete={cost.complete}
                      />
                      {cost.total !== undefined && (
                        <span className={styles.perMonth}>
                          {' '}
                          {t('cost.perMonth')}
                        </span>
                      )}
                    </>
                  ),
                )}
              </span>
            </>
          )}
        </span>
      </span>
    </Radio>
  );
};
