import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Link, Text } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import clsx from 'clsx';
import { useParams } from 'react-router-dom';
import { useDatabase } from '../../queries';
import { databasesRouteRef } from '../../routes';
import { holdfastTranslationRef } from '../../translation';
import contrast from '../contrast.module.css';
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
  return (
    <Container className={clsx(contrast.contrast, styles.page)}>
      <Link href={databasesHref} variant="body-medium" standalone>
        {t('database.all')}
      </Link>
      <Text as="h2" variant="title-medium" className={styles.title}>
        {query.data?.summary.reference.name ?? databaseId}
      </Text>
      {query.data && <DatabaseFacts summary={query.data.summary} />}
      <RecoveryCardFrame
        database={query.data}
        error={query.error}
        isPending={query.isPending}
        onRetry={query.refetch}
        empty={
          <Notice
            Icon={RiDatabase2Line}
            title={t('state.noSuchDatabase.title')}
          >
            <Text as="p" variant="body-medium" color="secondary">
              {t('state.noSuchDatabase.description', { id: databaseId })}
            </Text>
          </Notice>
        }
      />
    </Container>
  );
};
