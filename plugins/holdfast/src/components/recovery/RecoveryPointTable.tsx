import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RecoveryPointPage } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import tables from '../table.module.css';
import { LocalTime } from '../time';

const mostRows = 50;

/** The newest recovery points with where they lie and whether they could bring today's database back. */
export const RecoveryPointTable = (props: { page: RecoveryPointPage }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { totalItems } = props.page;
  const items = props.page.items.slice(0, mostRows);
  return (
    <div className={tables.scroll}>
      <table className={tables.table} aria-label={t('window.table.label')}>
        <thead>
          <tr>
            <th scope="col">{t('window.table.time')}</th>
            <th scope="col">{t('window.table.method')}</th>
            <th scope="col">{t('window.table.location')}</th>
            <th scope="col">{t('window.table.usable')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(point => (
            <tr key={`${point.object.kind} ${point.object.name}`}>
              <td>
                <LocalTime instant={point.consistentAt} seconds />
              </td>
              <td>{t(`window.method.${point.method}`)}</td>
              <td>{point.location}</td>
              <td>
                {point.usable ? t('window.table.yes') : t('window.table.no')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length < totalItems && (
        <p>
          {t('window.newestOf', {
            shown: String(items.length),
            total: String(totalItems),
          })}
        </p>
      )}
    </div>
  );
};
