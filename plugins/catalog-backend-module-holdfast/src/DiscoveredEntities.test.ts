import {
  entitySchemaValidator,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { anInventoryItem } from './__fixtures__/anInventoryItem';
import { DiscoveredEntities } from './DiscoveredEntities';

const create = () =>
  new DiscoveredEntities({ defaultOwner: 'group:default/platform' });

const byType = (entities: DiscoveredEntities, type: string) =>
  entities.all.filter(entity => entity.spec?.type === type);

describe('DiscoveredEntities', () => {
  it('makes entities that the catalog accepts', async () => {
    const entities = create();
    entities.update({ items: [anInventoryItem()] });

    expect(entities.all.map(entity => entity.spec?.type)).toEqual([
      'database',
      'backup',
      'backup-storage',
    ]);
    for (const entity of entities.all) {
      expect(() => entitySchemaValidator()(entity)).not.toThrow();
      await expect(resourceEntityV1alpha1Validator.check(entity)).resolves.toBe(
        true,
      );
    }
  });

  it('relates a backup to the database that it reads and the store that it writes to', () => {
    const entities = create();
    entities.update({ items: [anInventoryItem()] });

    const [database] = byType(entities, 'database');
    const [backup] = byType(entities, 'backup');
    const [storage] = byType(entities, 'backup-storage');
    expect(backup.spec?.dependsOn).toEqual(
      [database, storage]
        .map(entity => `resource:default/${entity.metadata.name}`)
        .sort(),
    );
  });

  it('tells apart objects of one name in two clusters', () => {
    const entities = create();
    entities.update({
      items: [
        anInventoryItem({ cluster: 'prod' }),
        anInventoryItem({ cluster: 'dev' }),
      ],
    });

    const names = entities.all.map(entity => entity.metadata.name);
    expect(new Set(names).size).toBe(6);
  });

  it('leaves a claimed database to its repository and relates its backup to that entity', () => {
    const entities = create();
    entities.update({
      items: [anInventoryItem({ entityRef: 'resource:default/orders-db' })],
    });

    expect(byType(entities, 'database')).toEqual([]);
    expect(byType(entities, 'backup')[0].spec?.dependsOn).toContain(
      'resource:default/orders-db',
    );
  });

  it('removes its own entity when a repository claims the database', () => {
    const entities = create();
    entities.update({ items: [anInventoryItem()] });

    const delta = entities.update({
      items: [anInventoryItem({ entityRef: 'resource:default/orders-db' })],
    });

    expect(delta.removed).toHaveLength(1);
    expect(delta.added.map(entity => entity.spec?.type)).toEqual(['backup']);
  });

  it('keeps a shared store until the last database is gone, owned by the default owner while owners differ', () => {
    const entities = create();
    const orders = anInventoryItem({ name: 'orders' });
    const carts = {
      ...anInventoryItem({ name: 'carts', owner: 'group:default/logistics' }),
      stores: orders.stores,
    };
    entities.update({ items: [orders, carts] });
    expect(byType(entities, 'backup-storage')).toMatchObject([
      { spec: { owner: 'group:default/platform' } },
    ]);

    entities.update({ items: [], gone: [orders.id] });
    expect(byType(entities, 'backup-storage')).toMatchObject([
      { spec: { owner: 'group:default/logistics' } },
    ]);

    entities.update({ items: [], gone: [carts.id] });
    expect(entities.all).toEqual([]);
  });

  it('has no entity for a store whose object does not exist or that is written into the database', () => {
    const entities = create();
    const missing = anInventoryItem({ name: 'a' });
    missing.stores[0].exists = false;
    const inline = anInventoryItem({ name: 'b' });
    inline.stores[0].object = inline.reference;
    entities.update({ items: [missing, inline] });

    expect(byType(entities, 'backup-storage')).toEqual([]);
  });

  it('uses the default owner where none is known', () => {
    const entities = create();
    entities.update({ items: [anInventoryItem({ owner: undefined })] });

    expect(byType(entities, 'database')).toMatchObject([
      { spec: { owner: 'group:default/platform' } },
    ]);
  });

  it('says nothing when nothing changed', () => {
    const entities = create();
    entities.update({ items: [anInventoryItem()] });

    expect(entities.update({ items: [anInventoryItem()] })).toEqual({
      added: [],
      removed: [],
    });
  });

  it('relates an arrangement of more than 50 databases to its system only', () => {
    const entities = create();
    const shared = anInventoryItem({ name: 'shared' }).schedules;
    entities.update({
      items: Array.from({ length: 51 }, (_, index) => ({
        ...anInventoryItem({ name: `db-${index}` }),
        schedules: shared,
      })),
    });

    expect(byType(entities, 'backup')).toMatchObject([
      { spec: { system: 'system:default/shop', dependsOn: [] } },
    ]);
  });
});
