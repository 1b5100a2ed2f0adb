import { mockServices } from '@backstage/backend-test-utils';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import {
  ChangePage,
  InventoryItem,
  InventoryPage,
} from '@holdfast/plugin-holdfast-common';
import { anInventoryItem } from './__fixtures__/anInventoryItem';
import { HoldfastEntityProvider } from './HoldfastEntityProvider';

/** A Holdfast API over a list that a test changes. */
class Inventory {
  items: InventoryItem[] = [];
  complete = true;
  changes: ChangePage['items'] = [];
  failing = false;

  async listInventory(query: {
    id?: string[];
    limit?: number;
    cursor?: string;
  }): Promise<InventoryPage> {
    if (this.failing) throw new Error('unreachable');
    const found = this.items.filter(
      item => !query.id || query.id.includes(item.id),
    );
    const from = Number(query.cursor ?? 0);
    const to = from + (query.limit ?? 50);
    return {
      items: found.slice(from, to),
      pageInfo: to < found.length ? { nextCursor: String(to) } : {},
      seq: this.changes.at(-1)?.seq ?? 0,
      complete: this.complete,
    };
  }

  async listChanges(query: { after: number }): Promise<ChangePage> {
    const items = this.changes.filter(change => change.seq > query.after);
    return { items, next: items.at(-1)?.seq ?? query.after };
  }

  change(item: InventoryItem) {
    this.items = [...this.items.filter(({ id }) => id !== item.id), item];
    this.#announce(item.id, false);
  }

  remove(id: string) {
    this.items = this.items.filter(item => item.id !== id);
    this.#announce(id, true);
  }

  #announce(id: string, deleted: boolean) {
    this.changes.push({ seq: this.changes.length + 1, id, deleted });
  }
}

async function connected(inventory: Inventory, now = () => 0) {
  const mutations: EntityProviderMutation[] = [];
  const provider = new HoldfastEntityProvider({
    client: inventory,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    defaultOwner: 'group:default/platform',
    reconcileEverySeconds: 86_400,
    now,
  });
  await provider.connect({
    applyMutation: async mutation => void mutations.push(mutation),
    refresh: async () => {},
  });
  return { provider, mutations };
}

const names = (mutation: EntityProviderMutation) =>
  mutation.type === 'full'
    ? mutation.entities.map(({ entity }) => entity.metadata.title)
    : mutation.added.map(({ entity }) => entity.metadata.title);

describe('HoldfastEntityProvider', () => {
  it('sends everything on connection, then only what changed', async () => {
    const inventory = new Inventory();
    inventory.items = [anInventoryItem({ name: 'orders' })];
    const { provider, mutations } = await connected(inventory);

    await provider.synchronise();
    inventory.change(anInventoryItem({ name: 'carts' }));
    await provider.synchronise();
    await provider.synchronise();

    expect(mutations.map(({ type }) => type)).toEqual(['full', 'delta']);
    expect(names(mutations[0])).toEqual(['orders', 'orders-nightly', 'orders']);
    expect(names(mutations[1])).toEqual(['carts', 'carts-nightly', 'carts']);
  });

  it('reads all pages before it calls anything gone', async () => {
    const inventory = new Inventory();
    inventory.items = Array.from({ length: 501 }, (_, index) =>
      anInventoryItem({ name: `db-${index}` }),
    );
    const { provider, mutations } = await connected(inventory);

    await provider.synchronise();

    expect(mutations).toHaveLength(1);
    expect(names(mutations[0])).toHaveLength(3 * 501);
  });

  it('adds and never removes while the inventory is incomplete', async () => {
    const inventory = new Inventory();
    inventory.items = [anInventoryItem({ name: 'orders' })];
    inventory.complete = false;
    let now = 0;
    const { provider, mutations } = await connected(inventory, () => now);

    await provider.synchronise();
    inventory.complete = true;
    now += 61_000;
    await provider.synchronise();

    expect(mutations.map(({ type }) => type)).toEqual(['delta', 'full']);
    expect(mutations[0]).toMatchObject({ removed: [] });
  });

  it('changes nothing when Holdfast does not answer, and goes on from there', async () => {
    const inventory = new Inventory();
    inventory.items = [anInventoryItem({ name: 'orders' })];
    const { provider, mutations } = await connected(inventory);
    await provider.synchronise();

    inventory.change(anInventoryItem({ name: 'carts' }));
    inventory.failing = true;
    await expect(provider.synchronise()).rejects.toThrow('unreachable');
    inventory.failing = false;
    await provider.synchronise();

    expect(mutations).toHaveLength(2);
    expect(names(mutations[1])).toContain('carts');
  });

  it('removes a database with the arrangement and the store that only it used', async () => {
    const inventory = new Inventory();
    inventory.items = [
      anInventoryItem({ name: 'orders' }),
      anInventoryItem({ name: 'carts' }),
    ];
    const { provider, mutations } = await connected(inventory);
    await provider.synchronise();

    inventory.remove(inventory.items[0].id);
    await provider.synchronise();

    const [, delta] = mutations;
    expect(delta).toMatchObject({ type: 'delta', added: [] });
    expect(delta.type === 'delta' && delta.removed).toHaveLength(3);
  });

  it('reads everything again when the numbers it knows are no longer kept', async () => {
    const inventory = new Inventory();
    inventory.items = [anInventoryItem({ name: 'orders' })];
    const { provider, mutations } = await connected(inventory);
    await provider.synchronise();

    jest
      .spyOn(inventory, 'listChanges')
      .mockResolvedValueOnce({ items: [], next: 7, reset: true });
    await provider.synchronise();

    expect(mutations.map(({ type }) => type)).toEqual(['full', 'full']);
  });

  it('reads everything again after the catalog refused a delta', async () => {
    const inventory = new Inventory();
    const { provider } = await connected(inventory);
    await provider.synchronise();

    const accepted: EntityProviderMutation[] = [];
    let refusals = 1;
    await provider.connect({
      applyMutation: async mutation => {
        refusals -= 1;
        if (refusals >= 0) throw new Error('database is locked');
        accepted.push(mutation);
      },
      refresh: async () => {},
    });
    inventory.change(anInventoryItem({ name: 'carts' }));
    await expect(provider.synchronise()).rejects.toThrow('database is locked');
    await provider.synchronise();

    expect(accepted.map(({ type }) => type)).toEqual(['full']);
    expect(names(accepted[0])).toContain('carts');
  });
});
