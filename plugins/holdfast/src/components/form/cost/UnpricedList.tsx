import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Preview } from '@holdfast/plugin-holdfast-common';
import { RiPriceTag3Line } from '@remixicon/react';
import { holdfastTranslationRef } from '../../../translation';
import { byReason } from './byReason';
import styles from './UnpricedList.module.css';
import { useCostWords } from './useCostWords';

/** What costs money and has no price, reason by reason. */
export const UnpricedList = (props: {
  unpriced: NonNullable<Preview['cost']>['unpriced'];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { partOf, componentOf } = useCostWords();
  return (
    <div className={styles.unpriced}>
      <span className={styles.title}>
        <RiPriceTag3Line aria-hidden />
        {t('cost.unpriced')}
      </span>
      <ul className={styles.list} aria-label={t('cost.unpriced')}>
        {byReason(props.unpriced).map(({ reason, parts }) => (
          <li key={reason}>
            {parts
              .map(({ object, components }) =>
                t('cost.unpricedPart', {
                  part: partOf(object),
                  components: components.map(componentOf).join(', '),
                }),
              )
              .join('; ')}
            : {reason}
          </li>
        ))}
      </ul>
    </div>
  );
};
