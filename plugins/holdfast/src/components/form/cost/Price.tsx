import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { holdfastTranslationRef } from '../../../translation';
import styles from './Price.module.css';
import { useMoney } from './useMoney';

/** An amount for a month; without one it is unpriced, and the reason stands below. */
export const Price = (props: {
  amount: string | undefined;
  currency: string;
  /** False: something in it has no price, and it is at least this. */
  complete?: boolean;
  reason?: string;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { amount, currency, complete = true, reason } = props;
  const { money } = useMoney(currency);
  if (amount === undefined) {
    return (
      <span className={styles.unpriced}>
        {t('cost.unpriced')}
        {reason && <span className={styles.reason}>{reason}</span>}
      </span>
    );
  }
  return (
    <span className={styles.amount}>
      {complete ? money(amount) : t('cost.atLeast', { amount: money(amount) })}
    </span>
  );
};
