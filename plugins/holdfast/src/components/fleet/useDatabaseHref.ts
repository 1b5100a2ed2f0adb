import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { DatabaseSummary } from '@holdfast/plugin-holdfast-common';
import { useCallback } from 'react';
import { databaseRouteRef } from '../../routes';

/** Where a database is shown: on the page of its entity, else on a page of our own. */
export function useDatabaseHref(): (database: DatabaseSummary) => string {
  const entityHref = useEntityRefLink();
  const databaseHref = useRouteRef(databaseRouteRef);
  return useCallback(
    ({ id, entityRef }) =>
      entityRef
        ? entityHref(entityRef)
        : databaseHref({ databaseId: encodeURIComponent(id) }),
    [entityHref, databaseHref],
  );
}
