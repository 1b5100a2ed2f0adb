import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Money, Preview, roundRows } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import tables from '../../table.module.css';
import styles from './CostLines.module.css';
import { PriceOrigin } from './PriceOrigin';
import { useCostWords } from './useCostWords';
import { useMoney } from './useMoney';

type CostLine = NonNullable<Preview['cost']>['lines'][number];

/** Amounts by part and component; what is shown adds up to the total that is shown. */
export const CostLines = (props: {
  label: string;
  currency: string;
  lines: CostLine[];
  /** Leave out what the lines are about, where that is plain. */
  onePart?: boolean;
  /** What the last line is called. */
  total: string;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { currency, lines, onePart } = props;
  const { partOf, componentOf } = useCostWords();
  const { money, unitPrice, quantity } = useMoney(currency);
  const rounded = roundRows(
    lines.map(({ amount }) => Money.parse(amount, currency)),
    fractionDigitsOf(currency),
  );
  return (
    <div className={tables.scroll}>
      <table className={tables.table} aria-label={props.label}>
        <thead>
          <tr>
            {!onePart && <th scope="col">{t('cost.table.part')}</th>}
            <th scope="col">{t('cost.table.component')}</th>
            <th scope="col" className={styles.number}>
              {t('cost.table.quantity')}
            </th>
            <th scope="col" className={styles.number}>
              {t('cost.table.unitPrice')}
            </th>
            <th scope="col" className={styles.number}>
              {t('cost.table.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={`${line.object} ${line.component} ${line.source.row}`}>
              {!onePart && (
                <th scope="row">
                  {lines[index - 1]?.object !== line.object &&
                    partOf(line.object)}
                </th>
              )}
              <td>{componentOf(line.component)}</td>
              <td className={styles.number}>
                {line.estimated && <>{t('cost.about')} </>}
                {quantity(line.quantity)} {line.unit}
              </td>
              <td className={styles.number}>
                <PriceOrigin source={line.source}>
                  {unitPrice(line.unitPrice)}
                </PriceOrigin>
              </td>
              <td className={styles.number}>
                {Number(rounded.rows[index]) === 0
                  ? money(line.amount)
                  : money(rounded.rows[index])}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={styles.total}>
            <th scope="row" colSpan={onePart ? 3 : 4}>
              {props.total}
            </th>
            <td className={styles.number}>{money(rounded.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

function fractionDigitsOf(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits;
}
