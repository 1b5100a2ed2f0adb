import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { useQuery } from '@tanstack/react-query';
import { HoldfastApi, holdfastApiRef } from '../api';
import { databaseIdOfEntity } from './databaseIdOfEntity';
import { pollEvery } from './pollEvery';
import { problemOf } from './problem';

/**
 * The database that an entity stands for: the one its annotations name, else the one that the backend ties to it. The answer has no
 * `database` when there is none.
 */
export function useDatabaseOfEntity(entity: Entity) {
  const api = useApi(holdfastApiRef);
  const entityRef = stringifyEntityRef(entity);
  const id = databaseIdOfEntity(entity);
  return useQuery({
    queryKey: ['holdfast', 'database-of-entity', entityRef, id],
    queryFn: async ({ signal }): Promise<{ database?: DatabaseDetail }> => ({
      database:
        (id && (await getIfKnown(api, id, signal))) ||
        (await getByEntity(api, entityRef, signal)),
    }),
    refetchInterval: pollEvery(3_000),
  });
}

async function getByEntity(
  api: HoldfastApi,
  entityRef: string,
  signal: AbortSignal,
) {
  const page = await api.listDatabases({ entityRef, limit: 1 }, { signal });
  const [summary] = page.items;
  return summary && getIfKnown(api, summary.id, signal);
}

async function getIfKnown(api: HoldfastApi, id: string, signal: AbortSignal) {
  try {
    return await api.getDatabase(id, { signal });
  } catch (error) {
    if (problemOf(error) === 'not-found') return undefined;
    throw error;
  }
}
