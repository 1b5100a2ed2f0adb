import { TestDatabases } from '@backstage/backend-test-utils';
import { Fact } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { acquireLease } from '../database/operations/leases/acquireLease';
import { migrationsDirectory } from '../database/migrateDatabase';
import { Lease } from '../sync/leases/Lease';
import { ResourceState } from './ClusterState';
import { DatabaseInventory } from './DatabaseInventory';
import { hashFact } from './hashFact';
import { HashedFact } from './Inventory';

jest.setTimeout(60_000);

const CLUSTER_KIND = 'Cluster.postgresql.cnpg.io';
const orders = `${CLUSTER_KIND}/shop/orders`;
const carts = `${CLUSTER_KIND}/shop/carts`;

function fact(options: Partial<Fact> & { key: string }): HashedFact {
  const [kind, namespace, name] = options.key.split('/');
  return hashFact({
    kind,
    ...(namespace && { namespace }),
    name,
    uid: `uid-of-${options.key}`,
    subjects: [],
    needs: [],
    data: {},
    ...options,
  });
}

function state(options?: Partial<ResourceState>): ResourceState {
  return {
    kind: CLUSTER_KIND,
    phase: 'watching',
    projectionVersion: 'cloudnative-pg:1',
    objectCount: 1,
    brokenCount: 0,
    ...options,
  };
}

describe.each(
  TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
  }).eachSupportedId(),
)('DatabaseInventory on %s', databaseId => {
  const databases = TestDatabases.create();
  let knex: Knex;
  let lease: Lease;
  let inventory: DatabaseInventory;

  async function write(
    upserts: HashedFact[],
    options?: { deletedKeys?: string[]; cluster?: string; kind?: string },
  ) {
    await inventory.writeFacts({
      lease,
      cluster: options?.cluster ?? 'eu',
      kind:
        options?.kind ??
        (upserts[0] ? JSON.parse(upserts[0].body).kind : CLUSTER_KIND),
      upserts,
      deletedKeys: options?.deletedKeys ?? [],
    });
  }

  async function readOn(reader: string, limit = 100) {
    const batch = await inventory.readChanges({
      reader,
      stream: 'fact',
      limit,
    });
    await inventory.commitCursor({ reader, stream: 'fact', ...batch });
    return batch;
  }

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory: migrationsDirectory });
    const acquired = await acquireLease(knex, {
      name: 'cluster/eu',
      holder: 'test',
      ttlMs: 60_000,
    });
    if (!acquired) {
      throw new Error('a fresh database has no lease holders');
    }
    lease = acquired;
    inventory = DatabaseInventory.create({
      knex,
      rootKinds: [CLUSTER_KIND],
      kinds: [CLUSTER_KIND, 'Backup.postgresql.cnpg.io'],
    });
  });

  afterEach(async () => {
    await knex.destroy();
  });

  it('tells a reader that begins of every fact, and then of what changed', async () => {
    await write([fact({ key: orders }), fact({ key: carts })]);

    const first = await readOn('assessment');
    expect(first.gap).toBe(false);
    expect(first.changes.map(({ key }) => key).sort()).toEqual([carts, orders]);
    expect((await readOn('assessment')).changes).toEqual([]);

    await write([fact({ key: orders, data: { phase: 'Failing over' } })]);
    const next = await readOn('assessment');
    expect(next.changes).toMatchObject([{ key: orders, deleted: false }]);
    expect(next.changes[0].seq).toBeGreaterThan(first.upTo);
  });

  it('keeps back what did not change', async () => {
    await write([fact({ key: orders })]);
    await readOn('assessment');
    await write([fact({ key: orders })]);
    expect((await readOn('assessment')).changes).toEqual([]);
  });

  it('hands out a stretch at a time without losing any', async () => {
    const keys = Array.from(
      { length: 7 },
      (_, i) => `${CLUSTER_KIND}/ns/db-${i}`,
    );
    await write(keys.map(key => fact({ key })));
    await write([], { deletedKeys: [keys[0]] });

    const seen: string[] = [];
    for (;;) {
      const { changes } = await readOn('assessment', 3);
      if (!changes.length) break;
      seen.push(...changes.map(change => `${change.key} ${change.deleted}`));
    }
    expect(seen.sort()).toEqual(
      keys.map((key, i) => `${key} ${i === 0}`).sort(),
    );
  });

  it('tells of a deletion and of a subject that was left', async () => {
    const backup = 'Backup.postgresql.cnpg.io/shop/b1';
    await write([fact({ key: backup, subjects: [orders] })]);
    await readOn('assessment');

    await write([fact({ key: backup, subjects: [carts] })]);
    const [moved] = (await readOn('assessment')).changes;
    expect(moved.subjects.sort()).toEqual([carts, orders]);

    await write([], {
      kind: 'Backup.postgresql.cnpg.io',
      deletedKeys: [backup],
    });
    expect((await readOn('assessment')).changes).toMatchObject([
      { key: backup, subjects: [carts], deleted: true },
    ]);
    const about = await inventory.factsAbout({
      cluster: 'eu',
      roots: [carts],
    });
    expect(about.size).toBe(0);
    await expect(knex('fact_links')).resolves.toEqual([]);
  });

  it('takes an object that was made anew for a change', async () => {
    await write([fact({ key: orders, uid: 'old' })]);
    await readOn('assessment');
    await write([fact({ key: orders, uid: 'new' })]);
    expect((await readOn('assessment')).changes).toMatchObject([
      { key: orders, deleted: false },
    ]);
    const about = await inventory.factsAbout({
      cluster: 'eu',
      roots: [orders],
    });
    expect(about.get(orders)?.root.uid).toBe('new');
  });

  it('knows the hashes of one kind', async () => {
    const other = 'ClusterImageCatalog.postgresql.cnpg.io//minimal';
    const written = fact({ key: orders });
    await write([written]);
    await write([fact({ key: other })]);
    await expect(
      inventory.loadHashes({ cluster: 'eu', kind: CLUSTER_KIND }),
    ).resolves.toEqual(new Map([[orders, written.hash]]));
    await expect(
      inventory.loadHashes({ cluster: 'us', kind: CLUSTER_KIND }),
    ).resolves.toEqual(new Map());
  });

  it('forgets a kind, and then the cluster', async () => {
    await write([fact({ key: orders }), fact({ key: carts })]);
    await readOn('assessment');
    await inventory.forgetKind({ lease, cluster: 'eu', kind: CLUSTER_KIND });
    await inventory.forgetCluster({ lease, cluster: 'eu' });
    const { changes } = await readOn('assessment');
    expect(
      changes.map(({ key, deleted }) => `${key} ${deleted}`).sort(),
    ).toEqual([`${carts} true`, `${orders} true`]);
    await expect(inventory.clusterStates()).resolves.toEqual([]);
  });

  it('refuses a writer whose lease has passed on, and writes nothing of it', async () => {
    await expect(
      inventory.writeFacts({
        lease: { ...lease, epoch: lease.epoch - 1 },
        cluster: 'eu',
        kind: CLUSTER_KIND,
        upserts: [fact({ key: orders })],
        deletedKeys: [],
        state: state(),
      }),
    ).rejects.toThrow(
      /^Lease 'cluster\/eu' of epoch 0 has passed to 'test' with epoch 1$/,
    );
    expect((await readOn('assessment')).changes).toEqual([]);
  });

  it('refuses a cursor that another replica has moved', async () => {
    await write([fact({ key: orders })]);
    const batch = await inventory.readChanges({
      reader: 'assessment',
      stream: 'fact',
      limit: 10,
    });
    await readOn('assessment');
    await expect(
      inventory.commitCursor({
        reader: 'assessment',
        stream: 'fact',
        ...batch,
      }),
    ).rejects.toThrow(/has been moved from 0 by another process/);
  });

  it('gathers facts about a database, what it collects, and what these need', async () => {
    const path = 'path/s3://backups/orders';
    await write([
      fact({ key: orders, collects: [path], needs: ['ObjectStore.b/shop/s3'] }),
      fact({ key: carts, subjects: [path] }),
    ]);
    await write([fact({ key: 'ObjectStore.b/shop/s3' })]);
    await write([
      fact({
        key: 'PersistentVolumeClaim/shop/orders-1',
        subjects: [orders],
        needs: ['PersistentVolume//pv-1', 'PersistentVolume//gone'],
      }),
    ]);
    await write([
      fact({ key: 'PersistentVolume//pv-1', needs: ['StorageClass//fast'] }),
    ]);
    await write([fact({ key: 'StorageClass//fast' })]);
    await write([
      fact({ key: 'PersistentVolumeClaim/shop/other-1', subjects: [carts] }),
    ]);

    const all = await inventory.factsAbout({
      cluster: 'eu',
      roots: [orders, carts, `${CLUSTER_KIND}/shop/none`],
    });
    expect([...all.keys()].sort()).toEqual([carts, orders]);
    const about = all.get(orders)!;
    expect(about.root.key).toBe(orders);
    expect(
      [...about.related]
        .map(([kind, facts]) => [kind, facts.map(({ key }) => key)])
        .sort(),
    ).toEqual([
      [CLUSTER_KIND, [carts]],
      ['ObjectStore.b', ['ObjectStore.b/shop/s3']],
      ['PersistentVolume', ['PersistentVolume//pv-1']],
      ['PersistentVolumeClaim', ['PersistentVolumeClaim/shop/orders-1']],
      ['StorageClass', ['StorageClass//fast']],
    ]);
    expect(about.find('StorageClass//fast')?.name).toBe('fast');
    expect(about.find('PersistentVolumeClaim/shop/other-1')).toBeUndefined();
    expect(all.get(carts)?.find('StorageClass//fast')).toBeUndefined();

    const other = await inventory.factsAbout({
      cluster: 'us',
      roots: [orders],
    });
    expect(other.size).toBe(0);
  });

  it('goes on to what the facts about a database collect', async () => {
    const nightly = 'Backup.b/shop/nightly';
    const cronJob = 'CronJob.batch/shop/nightly';
    const job = 'Job.batch/shop/nightly-1';
    await write([fact({ key: orders })]);
    await write([
      fact({ key: nightly, subjects: [orders], collects: [nightly] }),
    ]);
    await write([
      fact({ key: cronJob, subjects: [nightly], collects: [cronJob] }),
    ]);
    await write([fact({ key: job, subjects: [cronJob] })]);
    // Another database that was restored from the backup is told of, but collects for itself.
    await write([fact({ key: carts, subjects: [nightly], collects: [carts] })]);
    await write([fact({ key: 'Backup.b/shop/carts', subjects: [carts] })]);

    const about = (
      await inventory.factsAbout({ cluster: 'eu', roots: [orders] })
    ).get(orders)!;
    expect(
      [...about.related.values()]
        .flat()
        .map(({ key }) => key)
        .sort(),
    ).toEqual([nightly, carts, cronJob, job].sort());
    await expect(
      inventory.rootsAffectedBy([
        {
          seq: 1,
          cluster: 'eu',
          kind: 'Job.batch',
          key: job,
          subjects: [cronJob],
          deleted: false,
        },
      ]),
    ).resolves.toEqual([{ cluster: 'eu', key: orders }]);
  });

  it('finds the databases behind a change, through needs and collections', async () => {
    const path = 'path/s3://backups/orders';
    await write([fact({ key: orders, collects: [path] })]);
    await write([
      fact({
        key: 'PersistentVolumeClaim/shop/orders-1',
        subjects: [orders],
        needs: ['PersistentVolume//pv-1'],
      }),
    ]);
    await write([
      fact({ key: 'PersistentVolume//pv-1', needs: ['StorageClass//fast'] }),
    ]);
    await write([fact({ key: 'StorageClass//fast' })]);
    const change = { seq: 1, cluster: 'eu', subjects: [], deleted: false };

    await expect(
      inventory.rootsAffectedBy([
        { ...change, kind: 'StorageClass', key: 'StorageClass//fast' },
      ]),
    ).resolves.toEqual([{ cluster: 'eu', key: orders }]);
    await expect(
      inventory.rootsAffectedBy([
        { ...change, kind: CLUSTER_KIND, key: carts, subjects: [path] },
      ]),
    ).resolves.toEqual([
      { cluster: 'eu', key: carts },
      { cluster: 'eu', key: orders },
    ]);
    await expect(
      inventory.rootsAffectedBy([
        { ...change, kind: CLUSTER_KIND, key: orders, deleted: true },
      ]),
    ).resolves.toEqual([{ cluster: 'eu', key: orders }]);
    await expect(
      inventory.rootsAffectedBy([
        {
          ...change,
          cluster: 'us',
          kind: 'StorageClass',
          key: 'StorageClass//fast',
        },
      ]),
    ).resolves.toEqual([]);
  });

  it('follows keys that are too long for an index', async () => {
    const path = `path/s3://${'x'.repeat(5_000)}`;
    await write([
      fact({ key: orders, collects: [path] }),
      fact({ key: carts, subjects: [path] }),
    ]);
    const about = await inventory.factsAbout({
      cluster: 'eu',
      roots: [orders],
    });
    expect(about.get(orders)?.related.get(CLUSTER_KIND)).toMatchObject([
      { key: carts, subjects: [path] },
    ]);
  });

  it('wakes the readers of this process when a transaction with changes commits', async () => {
    const woken: string[] = [];
    inventory.subscribe('fact', () => woken.push('fact'));
    const end = inventory.subscribe('verdict', () => woken.push('verdict'));
    const change = {
      cluster: 'eu',
      key: 'eu/shop/orders',
      kind: CLUSTER_KIND,
      subjects: [],
      deleted: false,
    };

    await write([fact({ key: orders })]);
    expect(woken).toEqual(['fact']);
    await knex.transaction(tx =>
      inventory.appendChanges(tx, { stream: 'verdict', changes: [change] }),
    );
    expect(woken).toEqual(['fact', 'verdict']);
    await expect(
      knex.transaction(async tx => {
        await inventory.appendChanges(tx, {
          stream: 'verdict',
          changes: [change],
        });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    end();
    await knex.transaction(tx =>
      inventory.appendChanges(tx, { stream: 'verdict', changes: [change] }),
    );
    expect(woken).toEqual(['fact', 'verdict']);

    const { changes, gap } = await inventory.changesAfter({
      stream: 'verdict',
      after: 0,
      limit: 10,
    });
    expect(gap).toBe(false);
    expect(changes).toEqual([{ ...change, seq: await inventory.newestSeq() }]);
  });

  it('tells a reader that was away for too long of the gap', async () => {
    await write([fact({ key: orders }), fact({ key: carts })]);
    await readOn('slow');
    await readOn('quick');
    await write([], { deletedKeys: [orders] });
    await readOn('quick');

    await expect(
      inventory.pruneChanges({ before: '2020-01-01T00:00:00Z' }),
    ).resolves.toBe(0);
    await expect(
      inventory.pruneChanges({ before: '2999-01-01T00:00:00Z' }),
    ).resolves.toBe(1);
    expect((await readOn('quick')).gap).toBe(false);
    expect((await readOn('slow')).gap).toBe(true);
    expect((await readOn('slow')).gap).toBe(false);
    expect(
      await inventory.changesAfter({ stream: 'fact', after: 9_999, limit: 1 }),
    ).toMatchObject({
      changes: [],
      gap: true,
      upTo: await inventory.newestSeq(),
    });
  });

  it('forgets deletions of facts that every reader knows of', async () => {
    await write([fact({ key: orders })]);
    await write([], { deletedKeys: [orders] });
    await readOn('quick');
    await expect(
      inventory.pruneChanges({ before: '2020-01-01T00:00:00Z' }),
    ).resolves.toBe(1);
  });

  it('lists databases in pages', async () => {
    await write([fact({ key: orders }), fact({ key: carts })]);
    await write([fact({ key: 'StorageClass//fast' })]);
    const [first] = await inventory.listRoots({ limit: 1 });
    expect(first).toEqual({ cluster: 'eu', key: carts });
    await expect(
      inventory.listRoots({ after: first, limit: 5 }),
    ).resolves.toEqual([{ cluster: 'eu', key: orders }]);
  });

  it('says what could not be read', async () => {
    const unread = [{ kind: 'Backup.postgresql.cnpg.io', reason: 'not-read' }];
    await expect(inventory.unread('eu')).resolves.toMatchObject([
      { kind: CLUSTER_KIND, reason: 'not-read' },
      ...unread,
    ]);
    await inventory.writeFacts({
      lease,
      cluster: 'eu',
      kind: CLUSTER_KIND,
      upserts: [],
      deletedKeys: [],
      state: state({
        phase: 'forbidden',
        error: { code: 403, reason: 'Forbidden', message: 'may not list' },
      }),
    });
    await expect(inventory.unread('eu')).resolves.toMatchObject([
      { kind: CLUSTER_KIND, reason: 'forbidden', message: 'may not list' },
      ...unread,
    ]);
    await inventory.writeFacts({
      lease,
      cluster: 'eu',
      kind: CLUSTER_KIND,
      upserts: [],
      deletedKeys: [],
      state: state({
        phase: 'retrying',
        lastCompleteSyncAt: '2026-11-20T10:00:00Z',
        error: { reason: 'ConnectError', message: 'refused' },
      }),
    });
    await expect(inventory.unread('eu')).resolves.toMatchObject(unread);
  });

  it('takes a contact that nobody confirms for lost', async () => {
    const since = '2026-11-20T10:00:00.000Z';
    await inventory.writeContact({
      lease,
      cluster: 'eu',
      contact: {
        state: 'live',
        since,
        lastContactAt: new Date().toISOString(),
      },
    });
    await expect(inventory.clusterStates()).resolves.toMatchObject([
      { name: 'eu', contact: { state: 'live', since }, resources: [] },
    ]);
    await inventory.writeContact({
      lease,
      cluster: 'eu',
      contact: { state: 'live', since, lastContactAt: since },
    });
    await expect(inventory.clusterStates()).resolves.toMatchObject([
      { contact: { state: 'lost', since, error: { reason: 'Unwatched' } } },
    ]);
  });
});
