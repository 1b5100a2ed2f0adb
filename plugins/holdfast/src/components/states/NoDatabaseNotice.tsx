import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import { databaseIdOfEntity } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { Notice } from './Notice';

/** What to check when no database is known for an entity. */
export const NoDatabaseNotice = (props: { entity: Entity }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const id = databaseIdOfEntity(props.entity);
  return (
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
  );
};
