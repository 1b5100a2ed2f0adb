import { Entity } from '@backstage/catalog-model';
import { InventoryItem } from '@holdfast/plugin-holdfast-common';
import { single } from './backupEntity';
import { discoveredResource } from './discoveredResource';

type Store = InventoryItem['stores'][number];

/** The entity of a place that backups go to. */
export function backupStorageEntity(options: {
  store: Store;
  databases: InventoryItem[];
  defaultOwner: string;
}): Entity {
  const { store, databases, defaultOwner } = options;
  const { cluster, namespace } = store.object;
  const system = single(databases.map(database => database.system));
  return discoveredResource({
    type: 'backup-storage',
    object: store.object,
    description: `Backup store ${
      namespace ? `in ${namespace} ` : ''
    }on ${cluster}`,
    tags: ['backup-storage', store.method],
    spec: {
      owner: single(databases.map(database => database.owner)) ?? defaultOwner,
      ...(system && { system }),
    },
  });
}
