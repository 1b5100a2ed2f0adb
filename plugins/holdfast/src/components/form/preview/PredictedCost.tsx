import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { Preview } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { CostLines } from '../cost/CostLines';
import { Price } from '../cost/Price';
import { UnpricedList } from '../cost/UnpricedList';
import { Note } from '../Note';
import { Assumptions } from './Assumptions';
import styles from './PredictedCost.module.css';

/** A month's cost by component, what has no price, what is paid once, and what the figures rest on. */
export const PredictedCost = (props: {
  cost: NonNullable<Preview['cost']>;
  place: Preview['place'];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { cost, place } = props;
  const where = [place?.provider, place?.region].filter(Boolean).join(' ');
  return (
    <div className={styles.cost}>
      <p className={styles.total}>
        <Price
          amount={cost.total}
          currency={cost.currency}
          complete={cost.complete}
        />{' '}
        {cost.total !== undefined && t('cost.perMonth')}
      </p>
      {cost.lines.length > 0 && (
        <Note>
          {where
            ? t('cost.basis', { where, hours: String(cost.hoursPerMonth) })
            : t('cost.basisNowhere', { hours: String(cost.hoursPerMonth) })}
        </Note>
      )}
      {cost.unpriced.length > 0 && <UnpricedList unpriced={cost.unpriced} />}
      {cost.lines.length > 0 && (
        <CostLines
          label={t('cost.title')}
          currency={cost.currency}
          lines={cost.lines}
          total={t(cost.complete ? 'cost.total' : 'cost.totalOfPriced')}
        />
      )}
      {cost.once.length > 0 && (
        <CostLines
          label={t('cost.once')}
          currency={cost.currency}
          lines={cost.once}
          total={t('cost.once')}
        />
      )}
      {cost.lines.length > 0 && cost.assumptions.length > 0 && (
        <Accordion>
          <AccordionTrigger>
            <span className={styles.trigger}>
              {t('cost.assumptions', { count: cost.assumptions.length })}
            </span>
          </AccordionTrigger>
          <AccordionPanel>
            <Assumptions assumptions={cost.assumptions} />
          </AccordionPanel>
        </Accordion>
      )}
    </div>
  );
};
