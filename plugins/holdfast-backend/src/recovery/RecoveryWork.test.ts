import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { defaultObjectiveConfig, Rule } from '@holdfast/plugin-holdfast-common';
import { Engines } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { migrationsDirectory } from '../database/migrateDatabase';
import { writeClaims } from '../database/operations/claims/writeClaims';
import { writeStatedObjectives } from '../database/operations/claims/writeStatedObjectives';
import { writeClusterContact } from '../database/operations/clusters/writeClusterContact';
import { writeResourceState } from '../database/operations/clusters/writeResourceState';
import { listJudgedClusters } from '../database/operations/databases/listJudgedClusters';
import { markDatabases } from '../database/operations/databases/markDatabases';
import { readDatabases } from '../database/operations/databases/readDatabases';
import { acquireLease } from '../database/operations/leases/acquireLease';
import { writeSamples } from '../database/operations/samples/writeSamples';
import { ResourceState } from '../inventory/ClusterState';
import { DatabaseInventory } from '../inventory/DatabaseInventory';
import { hashFact } from '../inventory/hashFact';
import { HashedFact } from '../inventory/Inventory';
import { Lease } from '../sync/leases/Lease';
import {
  BACKUP_KIND,
  backupFact,
  exampleEngine,
  exampleRule,
  SERVER_KIND,
  serverFact,
} from './__testUtils__/exampleEngine';
import { DefaultWaivers } from '../waivers/DefaultWaivers';
import { Describer } from './Describer';
import { Judge } from './Judge';
import { RecoveryWork } from './RecoveryWork';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

const idOf = (name: string, cluster = 'eu') =>
  `${cluster}/shop/${SERVER_KIND}/${name}`;

describe.each(databases.eachSupportedId())('RecoveryWork on %s', databaseId => {
  let knex: Knex;
  let inventory: DatabaseInventory;
  let work: RecoveryWork;
  let recoveryLease: Lease;
  const writers = new Map<string, Lease>();

  async function acquire(name: string): Promise<Lease> {
    const lease = await acquireLease(knex, {
      name,
      holder: 'test',
      ttlMs: 600_000,
    });
    if (!lease) {
      throw new Error(`the lease '${name}' is taken`);
    }
    return lease;
  }

  async function write(
    facts: HashedFact[],
    options?: { cluster?: string; deletedKeys?: string[]; kind?: string },
  ) {
    const { cluster = 'eu', deletedKeys = [] } = options ?? {};
    const lease = writers.get(cluster) ?? (await acquire(`cluster/${cluster}`));
    writers.set(cluster, lease);
    for (const kind of [SERVER_KIND, BACKUP_KIND, 'Namespace']) {
      await inventory.writeFacts({
        lease,
        cluster,
        kind,
        upserts: facts.filter(fact => fact.key.startsWith(`${kind}/`)),
        deletedKeys: options?.kind === kind ? deletedKeys : [],
      });
    }
  }

  async function contact(
    state: 'live' | 'lost',
    options?: { cluster?: string; since?: string },
  ) {
    const now = new Date().toISOString();
    await writeClusterContact(knex, {
      cluster: options?.cluster ?? 'eu',
      contact: {
        state,
        since: options?.since ?? now,
        lastContactAt: options?.since ?? now,
      },
    });
  }

  async function sync(
    state?: Partial<ResourceState>,
    options?: { cluster?: string },
  ) {
    for (const kind of [SERVER_KIND, BACKUP_KIND]) {
      await writeResourceState(knex, {
        cluster: options?.cluster ?? 'eu',
        state: {
          kind,
          phase: 'watching',
          projectionVersion: '1',
          objectCount: 0,
          brokenCount: 0,
          lastCompleteSyncAt: '2026-11-20T09:00:00.000Z',
          ...(state?.kind === undefined || state.kind === kind ? state : {}),
          ...(state?.kind !== undefined && { kind }),
        },
      });
    }
  }

  function begin(options?: { rules?: Rule[]; version?: string }) {
    return RecoveryWork.create({
      knex,
      inventory,
      judge: Judge.create({
        knex,
        describer: Describer.create({
          knex,
          inventory,
          engines: Engines.create([exampleEngine]),
          logger: mockServices.logger.mock(),
        }),
        rules: options?.rules ?? [exampleRule],
        objectives: defaultObjectiveConfig,
        defaultOwner: 'group:default/platform',
      }),
      version: options?.version ?? '1',
      lease: recoveryLease,
    });
  }

  async function catchUp() {
    while (await work.doSome()) {
      // There is more.
    }
  }

  async function read(name: string, cluster?: string) {
    const id = idOf(name, cluster);
    return (await readDatabases(knex, { ids: [id] })).get(id);
  }

  async function verdictOf(name: string, cluster?: string) {
    return (await read(name, cluster))?.summary.verdict;
  }

  async function changesAfter(after: number) {
    const { changes } = await inventory.changesAfter({
      stream: 'verdict',
      after,
      limit: 100,
    });
    return changes.map(({ key, deleted }) => ({ key, deleted }));
  }

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory: migrationsDirectory });
    writers.clear();
    inventory = DatabaseInventory.create({
      knex,
      rootKinds: [SERVER_KIND],
      kinds: [SERVER_KIND, BACKUP_KIND],
    });
    recoveryLease = await acquire('recovery');
    await contact('live');
    await sync();
    work = begin();
    await work.doSome();
  });

  afterEach(async () => {
    await knex.destroy();
  });

  it('follows the facts of a database from its first to its last', async () => {
    await write([serverFact('orders')]);
    await catchUp();
    expect(await verdictOf('orders')).toBe('unprotected');

    const seq = await inventory.newestSeq();
    await write([backupFact('nightly', { of: 'orders' })]);
    await catchUp();
    expect(await verdictOf('orders')).toBe('proven');
    expect(await changesAfter(seq)).toEqual([
      { key: idOf('orders'), deleted: false },
    ]);

    await write([], {
      kind: SERVER_KIND,
      deletedKeys: [`${SERVER_KIND}/shop/orders`],
    });
    await catchUp();
    expect(await read('orders')).toBeUndefined();
    expect((await changesAfter(seq)).at(-1)).toEqual({
      key: idOf('orders'),
      deleted: true,
    });
    await expect(
      knex('verdict_transitions')
        .select('from_verdict', 'to_verdict', 'rule', 'uid')
        .orderBy('id'),
    ).resolves.toEqual([
      {
        from_verdict: null,
        to_verdict: 'unprotected',
        rule: 'example/backups',
        uid: 'uid-of-orders',
      },
      {
        from_verdict: 'unprotected',
        to_verdict: 'proven',
        rule: null,
        uid: 'uid-of-orders',
      },
      {
        from_verdict: 'proven',
        to_verdict: null,
        rule: null,
        uid: 'uid-of-orders',
      },
    ]);
  });

  it('judges at once what is waived in the portal or in Git', async () => {
    const findings = async () => (await read('orders'))?.assessment.findings;
    const shared = { store: 's3://backups/orders' };
    await write([
      serverFact('carts', shared),
      serverFact('orders', shared),
      backupFact('nightly', { of: 'orders' }),
    ]);
    await catchUp();
    expect(await verdictOf('orders')).toBe('at-risk');

    const onMarked = jest.fn();
    const waivers = DefaultWaivers.create({
      knex,
      rules: [exampleRule],
      onMarked,
    });
    const ordersId = idOf('orders');
    const { id = '' } = await waivers.create({
      databaseId: ordersId,
      rule: 'example/backups',
      reason: 'carts moves next week',
      until: '2999-01-01',
      by: 'user:default/ada',
    });
    expect(onMarked).toHaveBeenCalledTimes(1);
    await catchUp();
    expect((await read('orders'))?.summary).toMatchObject({
      verdict: 'protected',
      waivedFindings: 1,
      findingCounts: { critical: 0 },
    });
    expect(await findings()).toMatchObject([
      { ceiling: 'at-risk', waived: { id, by: 'user:default/ada' } },
    ]);

    await waivers.delete({ databaseId: ordersId, id });
    await catchUp();
    expect(await verdictOf('orders')).toBe('at-risk');

    const waive = 'example/backups until 2999-01-01: carts moves';
    await write([serverFact('orders', { ...shared, annotations: { waive } })]);
    await catchUp();
    expect(await verdictOf('orders')).toBe('protected');
    expect(await findings()).toMatchObject([
      { waived: { reason: 'carts moves', origin: { level: 'object' } } },
    ]);

    const later = 'example/backups unless it rains';
    await write([
      serverFact('orders', { ...shared, annotations: { waive: later } }),
    ]);
    await catchUp();
    expect(await verdictOf('orders')).toBe('at-risk');
    expect(await findings()).toMatchObject([
      { rule: 'example/backups' },
      { rule: 'waiver/unreadable' },
    ]);
  });

  it('keeps a verdict that stays, and numbers no change of it', async () => {
    await write([serverFact('orders')]);
    await catchUp();
    const before = await read('orders');
    const seq = await inventory.newestSeq();

    await markDatabases(knex, { ids: [idOf('orders')] });
    await catchUp();

    const after = await read('orders');
    expect(after?.assessment.assessedAt).not.toBe(
      before?.assessment.assessedAt,
    );
    expect(after?.summary.verdictSince).toBe(before?.summary.verdictSince);
    expect(await changesAfter(seq)).toEqual([]);
  });

  it('finds one that cannot be described Unknown, and judges the others', async () => {
    await write([
      serverFact('orders'),
      serverFact('broken', { fails: true }),
      serverFact('carts'),
    ]);
    await catchUp();

    const broken = await read('broken');
    expect(broken?.summary).toMatchObject({
      verdict: 'unknown',
      engine: 'mysql',
    });
    expect(broken?.assessment.findings[0]).toMatchObject({
      rule: 'facts/undescribed',
      message: expect.stringContaining('it is upside down'),
    });
    expect(await verdictOf('orders')).toBe('unprotected');
    expect(await verdictOf('carts')).toBe('unprotected');
  });

  it.each(['annotations', 'stores', 'schedule'])(
    'finds one whose description lacks its %s Unknown, and judges the others',
    async lacking => {
      await write([serverFact('broken', { lacking }), serverFact('orders')]);
      await catchUp();

      expect((await read('broken'))?.summary).toMatchObject({
        verdict: 'unknown',
        topFinding: { rule: 'facts/undescribed' },
      });
      expect(await verdictOf('orders')).toBe('unprotected');
    },
  );

  it('tells databases of those that write to their store, in any cluster', async () => {
    await contact('live', { cluster: 'us' });
    await sync(undefined, { cluster: 'us' });
    work = begin();
    await catchUp();
    await write([
      serverFact('orders', { store: 's3://backups/orders' }),
      backupFact('nightly', { of: 'orders' }),
    ]);
    await catchUp();
    expect(await verdictOf('orders')).toBe('proven');

    await write(
      [
        serverFact('orders', { store: 's3://backups/orders' }),
        backupFact('nightly', { of: 'orders' }),
      ],
      { cluster: 'us' },
    );
    await catchUp();
    expect(await verdictOf('orders')).toBe('at-risk');
    expect((await read('orders', 'us'))?.summary.topFinding?.message).toBe(
      `Shared with ${idOf('orders')}.`,
    );

    await write([], {
      cluster: 'us',
      kind: SERVER_KIND,
      deletedKeys: [`${SERVER_KIND}/shop/orders`],
    });
    await catchUp();
    expect(await verdictOf('orders')).toBe('proven');

    await write(
      [serverFact('drill', { store: 's3://backups/orders', copy: true })],
      { cluster: 'us' },
    );
    await catchUp();
    expect(await verdictOf('orders')).toBe('at-risk');
    await write([], {
      cluster: 'us',
      kind: SERVER_KIND,
      deletedKeys: [`${SERVER_KIND}/shop/drill`],
    });
    await catchUp();
    expect(await verdictOf('orders')).toBe('proven');
  });

  it('takes a restore copy for evidence, not for a database', async () => {
    await write([serverFact('orders-drill')]);
    await catchUp();
    expect(await verdictOf('orders-drill')).toBe('unprotected');

    await write([serverFact('orders-drill', { copy: true })]);
    await catchUp();
    expect(await read('orders-drill')).toBeUndefined();
  });

  it('judges anew when time alone changes the verdict', async () => {
    const expiry = Date.now() + 1500;
    work = begin({
      version: '2',
      rules: [
        {
          ...exampleRule,
          evaluate: ({ clock }) =>
            clock.hasPassed(expiry)
              ? {
                  rule: 'example/backups',
                  severity: 'warning',
                  message: 'Too old.',
                  evidence: [],
                  ceiling: 'at-risk',
                }
              : undefined,
        },
      ],
    });
    await write([serverFact('orders')]);
    await catchUp();
    expect(await verdictOf('orders')).toBe('proven');

    await new Promise(resolve => setTimeout(resolve, 1600));
    await catchUp();
    expect(await verdictOf('orders')).toBe('at-risk');
  });

  it('resolves owner and objectives: entity, object, namespace, default', async () => {
    await write([
      serverFact('claimed', { annotations: { owner: 'group:default/object' } }),
      serverFact('annotated', { annotations: { owner: 'object' } }),
      serverFact('wrong', { annotations: { owner: 'not an owner' } }),
      serverFact('plain'),
    ]);
    await knex.transaction(tx =>
      writeClaims(tx, {
        changed: [
          {
            entityRef: 'resource:default/claimed',
            databaseId: idOf('claimed'),
            discovered: false,
            owner: 'group:default/entity',
            system: 'system:default/shop',
            annotations: { rpo: '10m' },
          },
        ],
        gone: [],
        now: 1,
      }),
    );
    await knex.transaction(tx =>
      writeClaims(tx, {
        changed: [
          {
            entityRef: 'resource:default/also-claimed',
            databaseId: idOf('claimed'),
            discovered: false,
            annotations: {},
          },
          {
            entityRef: 'resource:default/made-by-holdfast',
            databaseId: idOf('plain'),
            discovered: true,
            owner: 'group:default/entity',
            annotations: {},
          },
        ],
        gone: [],
        now: 2,
      }),
    );
    await knex.transaction(tx =>
      writeStatedObjectives(tx, {
        changed: [
          {
            entityRef: 'system:default/shop',
            annotations: { tier: 'gold' },
          },
        ],
        gone: [],
      }),
    );
    await catchUp();

    const claimed = await read('claimed');
    expect(claimed?.summary).toMatchObject({
      entityRef: 'resource:default/claimed',
      owner: 'group:default/entity',
      ownerOrigin: 'entity',
      system: 'system:default/shop',
      tier: 'gold',
      rpoObjectiveSeconds: 600,
      rtoObjectiveSeconds: 3600,
    });
    expect(claimed?.inventory.entityRef).toBe('resource:default/claimed');
    expect(claimed?.assessment.findings.map(({ rule }) => rule)).toContain(
      'ownership/claimed-twice',
    );
    expect((await read('annotated'))?.summary).toMatchObject({
      owner: 'group:default/object',
      ownerOrigin: 'object',
    });
    const wrong = await read('wrong');
    expect(wrong?.summary).toMatchObject({
      owner: 'group:default/platform',
      ownerOrigin: 'default',
    });
    expect(
      wrong?.assessment.findings.find(
        ({ rule }) => rule === 'ownership/invalid-owner',
      )?.message,
    ).toContain(`'not an owner'`);
    const plain = await read('plain');
    expect(plain?.summary).toMatchObject({
      entityRef: 'resource:default/made-by-holdfast',
      owner: 'group:default/platform',
    });
    expect(plain?.inventory.entityRef).toBeUndefined();

    await write([
      hashFact({
        key: 'Namespace//shop',
        kind: 'Namespace',
        name: 'shop',
        uid: 'uid-of-shop',
        subjects: [],
        needs: [],
        data: { metadata: { labels: { 'holdfast.io/owner': 'team' } } },
      }),
    ]);
    await catchUp();
    expect((await read('plain'))?.summary).toMatchObject({
      owner: 'group:default/team',
      ownerOrigin: 'namespace',
    });
    expect((await read('wrong'))?.summary.owner).toBe('group:default/team');
  });

  it('describes databases with the samples about them', async () => {
    const server = serverFact('orders');
    await write([server]);
    await knex.transaction(tx =>
      writeSamples(tx, {
        cluster: 'eu',
        query: 'size',
        observedAt: Date.now(),
        changed: [
          {
            subject: server.key,
            hash: '1',
            samples: [{ name: 'size', labels: {}, value: 42 }],
          },
        ],
        gone: [],
      }),
    );
    const describer = Describer.create({
      knex,
      inventory,
      engines: Engines.create([exampleEngine]),
      logger: mockServices.logger.mock(),
    });

    const [described] = await describer.describe({
      cluster: 'eu',
      keys: [server.key],
    });
    expect(described.database.sizeBytes?.value).toBe(42);
  });

  it('keeps the verdicts of a lost cluster, as of then, and takes it up again', async () => {
    await write([serverFact('orders')]);
    await catchUp();

    const since = new Date(Date.now() - 5000).toISOString();
    await contact('lost', { since });
    work = begin();
    await catchUp();
    expect((await read('orders'))?.assessment).toMatchObject({
      verdict: 'unprotected',
      staleSince: since,
    });

    await contact('live');
    work = begin();
    await catchUp();
    expect((await read('orders'))?.assessment.staleSince).toBeUndefined();
  });

  it('waits for the first reading of a cluster, then judges it as a whole', async () => {
    await contact('live', { cluster: 'us' });
    await sync(
      { phase: 'listing', lastCompleteSyncAt: undefined },
      { cluster: 'us' },
    );
    work = begin();
    await write([serverFact('orders')], { cluster: 'us' });
    await catchUp();
    expect(await read('orders', 'us')).toBeUndefined();
    expect([...(await listJudgedClusters(knex))]).toEqual(['eu']);

    await sync(undefined, { cluster: 'us' });
    work = begin();
    await catchUp();
    expect(await verdictOf('orders', 'us')).toBe('unprotected');
    expect([...(await listJudgedClusters(knex))].sort()).toEqual(['eu', 'us']);
  });

  it('judges a cluster anew of which a kind can no longer be read', async () => {
    await write([serverFact('orders')]);
    await catchUp();

    await sync({
      kind: BACKUP_KIND,
      phase: 'forbidden',
      error: {
        code: 403,
        reason: 'Forbidden',
        message: 'backups.example.org is forbidden',
      },
    });
    work = begin();
    await catchUp();
    expect((await read('orders'))?.summary).toMatchObject({
      verdict: 'unknown',
      topFinding: { message: 'backups.example.org is forbidden' },
    });
  });

  it('finds out what was deleted while nobody looked', async () => {
    await write([serverFact('orders'), serverFact('carts')]);
    await catchUp();
    await write([], {
      kind: SERVER_KIND,
      deletedKeys: [`${SERVER_KIND}/shop/carts`],
    });
    await inventory.pruneChanges({
      before: new Date(Date.now() + 1000).toISOString(),
    });

    await catchUp();
    expect(await read('carts')).toBeUndefined();
    expect(await verdictOf('orders')).toBe('unprotected');
  });

  it('goes on where another left off, and judges nothing twice', async () => {
    await write([serverFact('orders')]);
    await catchUp();
    const before = await read('orders');

    work = begin();
    await catchUp();
    expect(await read('orders')).toEqual(before);

    work = begin({ version: '2' });
    await catchUp();
    expect((await read('orders'))?.assessment.assessedAt).not.toBe(
      before?.assessment.assessedAt,
    );
  });

  it('writes nothing once its lease has passed on', async () => {
    await write([serverFact('orders')]);
    await knex('leases')
      .where({ name: 'recovery' })
      .update({ epoch: 99, holder: 'another' });

    await expect(work.doSome()).rejects.toThrow(`Lease 'recovery'`);
    expect(await read('orders')).toBeUndefined();
  });
});
