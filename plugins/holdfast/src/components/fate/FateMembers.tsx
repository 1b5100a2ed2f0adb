import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { SharedFatePage } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { databaseRouteRef } from '../../routes';
import { holdfastTranslationRef } from '../../translation';
import tables from '../table.module.css';

/** The databases of which most is lost, and how many more there are. */
export const FateMembers = (props: {
  fate: SharedFatePage['items'][number];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const databaseHref = useRouteRef(databaseRouteRef);
  const { name, members, databases } = props.fate;
  const more = databases - members.length;
  return (
    <>
      {members.length > 0 && (
        <table
          className={clsx(tables.table, tables.wrapping)}
          aria-label={t('fate.members.label', { name })}
        >
          <thead>
            <tr>
              <th scope="col">{t('fate.members.database')}</th>
              <th scope="col">{t('fate.members.itself')}</th>
              <th scope="col">{t('fate.members.backups')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ id, down, backups }) => (
              <tr key={id}>
                <th scope="row">
                  <Link
                    variant="body-small"
                    href={databaseHref({
                      databaseId: encodeURIComponent(id),
                    })}
                  >
                    {id}
                  </Link>
                </th>
                <td>{down ? t('fate.members.down') : t('fate.members.up')}</td>
                <td>{t(`fate.members.lost.${backups}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('fate.members.more', { count: more })}
        </Text>
      )}
    </>
  );
};
