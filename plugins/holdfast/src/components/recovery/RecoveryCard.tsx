import { useEntity } from '@backstage/plugin-catalog-react';
import { useDatabaseOfEntity } from '../../queries';
import { NoDatabaseNotice } from '../states';
import { DatabasePageLink } from './DatabasePageLink';
import { RecoveryCardFrame } from './RecoveryCardFrame';

/** Whether the database that an entity stands for could be brought back, and the evidence for it. */
export const RecoveryCard = () => {
  const { entity } = useEntity();
  const query = useDatabaseOfEntity(entity);
  return (
    <RecoveryCardFrame
      database={query.data?.database}
      error={query.error}
      isPending={query.isPending}
      onRetry={query.refetch}
      more={
        query.data?.database && (
          <DatabasePageLink databaseId={query.data.database.summary.id} />
        )
      }
      empty={<NoDatabaseNotice entity={entity} />}
    />
  );
};
