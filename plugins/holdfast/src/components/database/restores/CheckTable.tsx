import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreEntry } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../../translation';
import tables from '../../table.module.css';

/** What was asked of restored data, and what was found. */
export const CheckTable = (props: { checks: RestoreEntry['checks'] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <table
      className={clsx(tables.table, tables.wrapping)}
      aria-label={t('restores.checks.label')}
    >
      <thead>
        <tr>
          <th scope="col">{t('restores.checks.name')}</th>
          <th scope="col">{t('restores.checks.outcome')}</th>
          <th scope="col">{t('restores.checks.detail')}</th>
        </tr>
      </thead>
      <tbody>
        {props.checks.map(({ name, passed, detail }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {passed
                ? t('restores.checks.passed')
                : t('restores.checks.notPassed')}
            </td>
            <td>{detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
