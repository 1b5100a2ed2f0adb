import { Change } from './ChangeLog';
import { ObjectStore } from './ObjectStore';
import { resourceTypes } from './resourceTypes';

const { clusters, storageClasses, pods } = resourceTypes;
const orders = { namespace: 'shop', name: 'orders' };

function createStore(options: { historyLimit?: number } = {}) {
  return ObjectStore.create({
    types: Object.values(resourceTypes),
    now: () => new Date('2026-03-01T12:00:00.750Z'),
    ...options,
  });
}

// Expected behaviour: Kubernetes API conventions (sig-architecture, "Metadata", "Concurrency Control and Consistency")
// and the API concepts page of the Kubernetes documentation.
describe('ObjectStore', () => {
  it('assigns what a server assigns', () => {
    const store = createStore();
    const created = store.apply(clusters, {
      metadata: { ...orders },
      spec: { instances: 3 },
    });

    expect(created).toMatchObject({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: {
        ...orders,
        generation: 1,
        creationTimestamp: '2026-03-01T12:00:00Z',
        resourceVersion: String(store.revision),
      },
    });
    expect(created.metadata.uid).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('keeps the identity of an object that is applied again and counts the generations of its spec alone', () => {
    const store = createStore();
    const first = store.apply(clusters, {
      metadata: { ...orders },
      spec: { instances: 3 },
    });
    const labelled = store.apply(clusters, {
      metadata: { ...orders, labels: { team: 'shop' } },
      spec: { instances: 3, imageName: undefined },
    });
    const scaled = store.apply(clusters, {
      metadata: { ...orders, labels: { team: 'shop' } },
      spec: { instances: 2 },
    });

    expect(labelled.metadata.uid).toBe(first.metadata.uid);
    expect(labelled.metadata.generation).toBe(1);
    expect(scaled.metadata.generation).toBe(2);
    expect(Number(scaled.metadata.resourceVersion)).toBeGreaterThan(
      Number(labelled.metadata.resourceVersion),
    );
  });

  it('takes no revision for a write that changes nothing, in whatever order the fields come', () => {
    const store = createStore();
    store.apply(clusters, {
      metadata: { ...orders },
      spec: { instances: 3, logLevel: 'info' },
    });
    const { revision } = store;
    store.apply(clusters, {
      spec: { logLevel: 'info', instances: 3 },
      metadata: { name: 'orders', namespace: 'shop' },
    });

    expect(store.revision).toBe(revision);
  });

  it('keeps the status where none is given, and moves no generation with it', () => {
    const store = createStore();
    store.apply(clusters, { metadata: { ...orders }, spec: { instances: 1 } });
    store.patchStatus(clusters, orders, {
      phase: 'Cluster in healthy state',
      readyInstances: 1,
    });
    store.patchStatus(clusters, orders, { readyInstances: 0 });
    const applied = store.apply(clusters, {
      metadata: { ...orders },
      spec: { instances: 1 },
    });

    expect(applied.status).toEqual({
      phase: 'Cluster in healthy state',
      readyInstances: 0,
    });
    expect(applied.metadata.generation).toBe(1);
  });

  it('begins with objects that are as old as they say', () => {
    const store = createStore();
    const old = store.apply(clusters, {
      metadata: {
        ...orders,
        creationTimestamp: '2024-05-06T07:08:09Z',
        generation: 7,
      },
    });
    const patched = store.patch(clusters, orders, {
      metadata: { annotations: { 'cnpg.io/hibernation': 'on' } },
    });

    expect(old.metadata.creationTimestamp).toBe('2024-05-06T07:08:09Z');
    expect(patched.metadata).toMatchObject({
      creationTimestamp: '2024-05-06T07:08:09Z',
      generation: 7,
      uid: old.metadata.uid,
      annotations: { 'cnpg.io/hibernation': 'on' },
    });
  });

  it('gives an object that is created anew another uid', () => {
    const store = createStore();
    const first = store.apply(clusters, { metadata: { ...orders } });
    expect(store.delete(clusters, orders)).toBe(true);
    expect(store.delete(clusters, orders)).toBe(false);
    const second = store.apply(clusters, { metadata: { ...orders } });

    expect(second.metadata.uid).not.toBe(first.metadata.uid);
  });

  it('holds an object with finalizers until the last of them is gone', () => {
    const store = createStore();
    const changes: Change[] = [];
    store.subscribe(clusters, change => changes.push(change));
    store.apply(clusters, {
      metadata: { ...orders, finalizers: ['example.com/keep'] },
    });
    store.delete(clusters, orders);
    expect(store.get(clusters, orders)?.metadata).toMatchObject({
      deletionTimestamp: '2026-03-01T12:00:00Z',
      generation: 2,
    });
    store.patch(clusters, orders, { metadata: { finalizers: [] } });

    expect(store.get(clusters, orders)).toBeUndefined();
    expect(changes.map(change => change.type)).toEqual([
      'ADDED',
      'MODIFIED',
      'DELETED',
    ]);
  });

  it('tells a deletion with the last state at the revision of the deletion', () => {
    const store = createStore();
    const changes: Change[] = [];
    store.apply(clusters, { metadata: { ...orders }, spec: { instances: 3 } });
    const end = store.subscribe(clusters, change => changes.push(change));
    store.delete(clusters, orders);
    end();
    store.apply(clusters, { metadata: { ...orders } });

    expect(changes).toHaveLength(1);
    expect(changes[0].object.toObject()).toMatchObject({
      metadata: { resourceVersion: String(changes[0].revision) },
      spec: { instances: 3 },
    });
  });

  it('lists by namespace and name, and hands out copies', () => {
    const store = createStore();
    for (const key of ['shop/b', 'shop/a', 'shop-2/a', 'bank/z']) {
      const [namespace, name] = key.split('/');
      store.apply(pods, { metadata: { namespace, name } });
    }
    store.apply(storageClasses, { metadata: { name: 'fast' } });
    store.list(pods)[0].metadata.name = 'changed';

    // etcd orders by the bytes of the whole key, and "-" sorts before "/".
    expect(
      store
        .list(pods)
        .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
    ).toEqual(['bank/z', 'shop-2/a', 'shop/a', 'shop/b']);
    expect(store.list(pods, { namespace: 'shop' })).toHaveLength(2);
    expect(store.list(storageClasses)[0].metadata).not.toHaveProperty(
      'namespace',
    );
  });

  it('knows what was, until it is compacted', () => {
    const store = createStore();
    const table = store.table(clusters);
    const names = (revision: number) =>
      table.sortedAt(revision)?.map(object => object.name);
    store.apply(clusters, { metadata: { ...orders } });
    const { revision } = store;
    store.apply(clusters, { metadata: { ...orders, name: 'carts' } });
    store.patchStatus(clusters, orders, { readyInstances: 1 });
    store.delete(clusters, orders);

    expect(names(revision)).toEqual(['orders']);
    expect(table.sortedAt(revision)?.[0].toObject()).not.toHaveProperty(
      'status',
    );
    expect(names(revision + 1)).toEqual(['carts', 'orders']);
    expect(names(store.revision)).toEqual(['carts']);

    store.compact();
    expect(names(revision)).toBeUndefined();
    expect(names(store.revision)).toEqual(['carts']);
  });

  it('looks back on a bounded number of changes', () => {
    const store = createStore({ historyLimit: 10 });
    for (let replicas = 0; replicas < 100; replicas++) {
      store.apply(clusters, { metadata: { ...orders }, spec: { replicas } });
    }
    const { log } = store.table(clusters);
    const known = log.after(0);

    expect(known.length).toBeGreaterThanOrEqual(10);
    expect(known.length).toBeLessThan(20);
    expect(log.forgottenUpTo).toBe(known[0].revision - 1);
    expect(log.after(store.revision - 3, 2).map(c => c.revision)).toEqual([
      store.revision - 2,
      store.revision - 1,
    ]);
  });

  it('says which type it does not serve', () => {
    const store = ObjectStore.create({ types: [pods] });
    expect(() => store.list(clusters)).toThrow(
      'clusters.postgresql.cnpg.io is not served here',
    );
  });
});
