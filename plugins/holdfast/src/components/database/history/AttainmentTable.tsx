import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AttainmentWindow } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../../translation';
import tables from '../../table.module.css';
import { AttainmentCell } from './AttainmentCell';

/** For how much of the last 7, 30 and 90 days the verdict, and the RPO alone, met the objectives. */
export const AttainmentTable = (props: { windows: AttainmentWindow[] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <table
      className={clsx(tables.table, tables.wrapping)}
      aria-label={t('history.attainment.title')}
    >
      <thead>
        <tr>
          <th scope="col">{t('history.attainment.window')}</th>
          <th scope="col">{t('history.attainment.verdict')}</th>
          <th scope="col">{t('history.attainment.rpo')}</th>
        </tr>
      </thead>
      <tbody>
        {props.windows.map(({ days, verdict, rpo }) => (
          <tr key={days}>
            <th scope="row">{t('history.attainment.days', { count: days })}</th>
            <td>
              <AttainmentCell attainment={verdict} days={days} />
            </td>
            <td>
              <AttainmentCell attainment={rpo} days={days} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
