import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import { databaseIdOfEntity, useDatabaseOfEntity } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { Notice } from '../states';
import { RecoveryCardFrame } from './RecoveryCardFrame';

/** Whether the database that an entity stands for could be brought back, and the evidence for it. */
export const RecoveryCard = () => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { entity } = useEntity();
  const query = useDatabaseOfEntity(entity);
  const id = databaseIdOfEntity(entity);
  return (
    <RecoveryCardFrame
      database={query.data?.database}
      error={query.error}
      isPending={query.isPending}
      onRetry={query.refetch}
      empty={
        <Notice Icon={RiDatabase2Line} title={t('state.noDatabase.title')}>
          <Text as="p" variant="body-medium" color="secondary">
            {id
              ? t('state.noDatabase.annotated', { id })
              : t('state.noDatabase.annotations')}
          </Text>
          <Text as="p" variant="body-medium" color="secondary">
            {t('state.noDatabase.cluster')}
          </Text>
        </Notice>
      }
    />
  );
};
