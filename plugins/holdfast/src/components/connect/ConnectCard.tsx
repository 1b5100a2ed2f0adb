import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { RiPlugLine } from '@remixicon/react';
import { problemOf, useConnection, useDatabaseOfEntity } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { CardFrame } from '../card';
import { NoDatabaseNotice, Notice, ProblemNotice } from '../states';
import { LocalTime } from '../time';
import { ConnectSkeleton } from './ConnectSkeleton';
import { DatabaseConnection } from './DatabaseConnection';

/** How to connect to the database that an entity stands for. Secrets are named, and what is in them is never read. */
export const ConnectCard = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { entity } = useEntity();
  const found = useDatabaseOfEntity(entity);
  const summary = found.data?.database?.summary;
  const answer = useConnection(summary?.id);
  const error = found.error ?? answer.error;
  const refused = error !== null && problemOf(error) === 'refused';
  const shown = refused || !summary ? undefined : answer.data;

  const retry = () => {
    if (found.error) found.refetch();
    if (answer.error) answer.refetch();
  };

  const body = () => {
    if (shown && summary) {
      return shown.connection ? (
        <DatabaseConnection
          key={summary.id}
          connection={shown.connection}
          summary={summary}
          freshness={shown}
        />
      ) : (
        <Notice Icon={RiPlugLine} title={t('connect.unknown.title')}>
          <Text as="p" variant="body-medium" color="secondary">
            {t('connect.unknown.description', { operator: summary.operator })}
          </Text>
        </Notice>
      );
    }
    if (error && problemOf(error) !== 'not-found') {
      return (
        <ProblemNotice
          error={error}
          title={t('connect.failed')}
          onRetry={retry}
        />
      );
    }
    return found.isPending || (summary && answer.isPending) ? (
      <ConnectSkeleton />
    ) : (
      <NoDatabaseNotice entity={entity} />
    );
  };

  return (
    <CardFrame
      title={t('connect.title')}
      asOf={shown?.asOf}
      refreshProblem={
        shown &&
        error &&
        t('connect.refreshFailed', {
          time: <LocalTime instant={shown.asOf} seconds />,
        })
      }
    >
      {body()}
    </CardFrame>
  );
};
