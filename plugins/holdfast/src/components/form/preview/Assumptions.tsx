import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Preview } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import tables from '../../table.module.css';
import { useLocale } from '../../time';
import { formatQuantity } from '../cost/formatMoney';

/** What an estimate takes for granted. */
export const Assumptions = (props: {
  assumptions: NonNullable<Preview['cost']>['assumptions'];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const locale = useLocale();
  return (
    <div className={tables.scroll}>
      <table className={tables.table} aria-label={t('cost.assumption.label')}>
        <tbody>
          {props.assumptions.map(({ name, value, unit, stated, meaning }) => (
            <tr key={name}>
              <th scope="row">{meaning}</th>
              <td>
                {formatQuantity({ quantity: value, locale })} {unit}
              </td>
              <td>
                {t(
                  stated ? 'cost.assumption.stated' : 'cost.assumption.default',
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
