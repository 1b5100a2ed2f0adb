import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PostgresqlInputs,
  Provisioning,
} from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import tables from '../../table.module.css';
import numbers from '../cost/CostLines.module.css';
import { Price } from '../cost/Price';
import { Note } from '../Note';
import { ClusterPrice, priceByCluster } from './priceByCluster';

const mostShown = 5;

/** What one volume would cost on each cluster, as long as none is chosen. */
export const PricesByCluster = (props: {
  provisioning: Provisioning;
  size: string;
  inputs: Partial<PostgresqlInputs>;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { provisioning, size, inputs } = props;
  const { storageClass } = inputs;
  const prices = priceByCluster({ provisioning, size, storageClass });
  if (prices.length === 0) return null;
  const reasonOf = ({ storageClass: found, reason, disk }: ClusterPrice) => {
    if (reason) return reason;
    if (disk) return t('form.price.byDisk');
    return found || storageClass === undefined
      ? t('form.price.noDefault')
      : t('form.price.noSuchClass', { name: storageClass });
  };
  return (
    <>
      <div className={tables.scroll}>
        <table
          className={tables.table}
          aria-label={t('form.price.byCluster', { size })}
        >
          <thead>
            <tr>
              <th scope="col">{t('form.price.cluster')}</th>
              <th scope="col">{t('form.price.class')}</th>
              <th scope="col" className={numbers.number}>
                {t('form.price.eachVolume', { size })}
              </th>
            </tr>
          </thead>
          <tbody>
            {prices.slice(0, mostShown).map(price => (
              <tr key={price.cluster.name}>
                <th scope="row">{price.cluster.name}</th>
                <td>{price.storageClass?.name ?? storageClass}</td>
                <td className={numbers.number}>
                  <Price
                    amount={price.amount}
                    currency={price.currency ?? provisioning.currency}
                    reason={reasonOf(price)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {prices.length > mostShown && (
        <Note>
          {t('form.price.more', { count: prices.length - mostShown })}
        </Note>
      )}
    </>
  );
};
