import { InventoryItem } from '@holdfast/plugin-holdfast-common';

/** A PostgreSQL database with a nightly backup and a store of its own. */
export function anInventoryItem(
  options: { name?: string; cluster?: string } & Partial<InventoryItem> = {},
): InventoryItem {
  const { name = 'orders', cluster = 'prod', ...overrides } = options;
  const object = (kind: string, objectName = name) => ({
    cluster,
    kind,
    namespace: 'shop',
    name: objectName,
  });
  const storeId = `s3://backups/${cluster}/${name}`;
  return {
    id: `${cluster}/shop/Cluster.postgresql.cnpg.io/${name}`,
    reference: object('Cluster.postgresql.cnpg.io'),
    engine: 'postgresql',
    version: '17.5',
    operator: 'cloudnative-pg',
    owner: 'group:default/checkout',
    ownerOrigin: 'namespace',
    system: 'system:default/shop',
    annotations: {},
    podSelector: `cnpg.io/cluster=${name}`,
    schedules: [
      {
        object: object('ScheduledBackup.postgresql.cnpg.io', `${name}-nightly`),
        method: 'barman-cloud-plugin',
        expression: '0 0 2 * * *',
        suspended: false,
        storeId,
      },
    ],
    stores: [
      {
        id: storeId,
        object: object('ObjectStore.barmancloud.cnpg.io'),
        method: 'barman-cloud-plugin',
        location: storeId,
        inUse: true,
        exists: true,
      },
    ],
    ...overrides,
  };
}
