import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Link, Text } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import clsx from 'clsx';
import { useParams } from 'react-router-dom';
import { problemOf, useDatabase } from '../../queries';
import { databasesRouteRef } from '../../routes';
import { holdfastTranslationRef } from '../../translation';
import contrast from '../contrast.module.css';
import { DatabaseTabs } from '../database';
import { RecoveryCardFrame } from '../recovery';
import { Notice } from '../states';
import { DatabaseFacts } from './DatabaseFacts';
import styles from './DatabasePage.module.css';

/** One database, by its id in the address. */
export const DatabasePage = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { databaseId = '' } = useParams();
  const query = useDatabase(databaseId);
  const databasesHref = useRouteRef(databasesRouteRef)();
  // What was seen while it was allowed is shown no longer.
  const refused = query.error !== null && problemOf(query.error) === 'refused';
  const shown = refused ? undefined : query.data;
  const recovery = (
    <RecoveryCardFrame
      database={query.data}
      error={query.error}
      isPending={query.isPending}
      onRetry={query.refetch}
      empty={
        <Notice Icon={RiDatabase2Line} title={t('state.noSuchDatabase.title')}>
          <Text as="p" variant="body-medium" color="secondary">
            {t('state.noSuchDatabase.description', { id: databaseId })}
          </Text>
        </Notice>
      }
    />
  );
  return (
    <Container className={clsx(contrast.contrast, styles.page)}>
      <Link href={databasesHref} variant="body-medium" standalone>
        {t('database.all')}
      </Link>
      <Text as="h2" variant="title-medium" className={styles.title}>
        {shown?.summary.reference.name ?? databaseId}
      </Text>
      {shown && <DatabaseFacts summary={shown.summary} />}
      {shown ? <DatabaseTabs database={shown} recovery={recovery} /> : recovery}
    </Container>
  );
};
