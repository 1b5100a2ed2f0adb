import { Entity } from '@backstage/catalog-model';
import { InventoryItem } from '@holdfast/plugin-holdfast-common';
import { discoveredResource } from './discoveredResource';

const engineTitles: Record<InventoryItem['engine'], string> = {
  postgresql: 'PostgreSQL',
  redis: 'Redis',
  valkey: 'Valkey',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
};

/** The entity of a database that no repository has an entity for. */
export function databaseEntity(options: {
  item: InventoryItem;
  defaultOwner: string;
}): Entity {
  const { item, defaultOwner } = options;
  const { cluster, namespace } = item.reference;
  const engine = [engineTitles[item.engine], item.version]
    .filter(Boolean)
    .join(' ');
  return discoveredResource({
    type: 'database',
    object: item.reference,
    description: `${engine} in ${namespace ?? 'no namespace'} on ${cluster}`,
    tags: [item.engine],
    labels: { 'holdfast.io/engine': item.engine },
    annotations: {
      ...item.annotations,
      'backstage.io/kubernetes-cluster': cluster,
      ...(namespace && { 'backstage.io/kubernetes-namespace': namespace }),
      ...(item.podSelector && {
        'backstage.io/kubernetes-label-selector': item.podSelector,
      }),
    },
    spec: {
      owner: item.owner ?? defaultOwner,
      ...(item.system && { system: item.system }),
    },
  });
}
