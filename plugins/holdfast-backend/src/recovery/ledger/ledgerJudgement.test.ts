import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  builtInRules,
  Database,
  defaultObjectiveConfig,
  Failover,
  Restore,
  RestoreReport,
} from '@holdfast/plugin-holdfast-common';
import { Engine, Engines } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { migrationsDirectory } from '../../database/migrateDatabase';
import { writeClusterContact } from '../../database/operations/clusters/writeClusterContact';
import { writeResourceState } from '../../database/operations/clusters/writeResourceState';
import { readDatabases } from '../../database/operations/databases/readDatabases';
import { acquireLease } from '../../database/operations/leases/acquireLease';
import { pruneLedger } from '../../database/operations/restores/pruneLedger';
import { readProofs } from '../../database/operations/restores/readProofs';
import { DatabaseInventory } from '../../inventory/DatabaseInventory';
import { Lease } from '../../sync/leases/Lease';
import {
  exampleEngine,
  SERVER_KIND,
  serverFact,
} from '../__testUtils__/exampleEngine';
import { Describer } from '../Describer';
import { Judge } from '../Judge';
import { RecoveryWork } from '../RecoveryWork';
import { DefaultLedger } from './DefaultLedger';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15', 'POSTGRES_18'],
});

/** What the cluster shows of copies and failovers at the moment. */
let shown: Pick<Database, 'restores' | 'failovers'>;

const engine: Engine = {
  ...exampleEngine,
  assemble: input => {
    const database = exampleEngine.assemble?.(input);
    if (!database) throw new Error('the example has no database');
    return { ...database, ...shown };
  },
};
const rules = builtInRules.filter(({ id }) => id.startsWith('restore/'));

const id = `eu/shop/${SERVER_KIND}/orders`;
const reference = {
  cluster: 'eu',
  kind: SERVER_KIND,
  namespace: 'shop',
  name: 'orders',
};
const evidence = { object: reference, field: '.status' };
const daysAgo = (days: number, minutes = 0) =>
  new Date(Date.now() - days * 86_400_000 + minutes * 60_000).toISOString();

function aCopy(days: number): Restore {
  return {
    target: { ...reference, name: `copy-${days}` },
    purpose: 'drill',
    startedAt: daysAgo(days),
    readyAt: daysAgo(days, 10),
    state: 'succeeded',
    evidence,
  };
}

describe.each(databases.eachSupportedId())(
  'verdicts with the ledger on %s',
  databaseId => {
    let knex: Knex;
    let inventory: DatabaseInventory;
    let work: RecoveryWork;
    let ledger: DefaultLedger;
    let writer: Lease;
    let version: number;

    async function acquire(name: string): Promise<Lease> {
      const lease = await acquireLease(knex, {
        name,
        holder: 'test',
        ttlMs: 600_000,
      });
      if (!lease) throw new Error(`the lease '${name}' is taken`);
      return lease;
    }

    beforeEach(async () => {
      shown = { restores: [] };
      version = 0;
      knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: migrationsDirectory });
      inventory = DatabaseInventory.create({
        knex,
        rootKinds: [SERVER_KIND],
        kinds: [SERVER_KIND],
      });
      writer = await acquire('cluster/eu');
      const at = new Date().toISOString();
      await writeClusterContact(knex, {
        cluster: 'eu',
        contact: { state: 'live', since: at, lastContactAt: at },
      });
      await writeResourceState(knex, {
        cluster: 'eu',
        state: {
          kind: SERVER_KIND,
          phase: 'watching',
          projectionVersion: '1',
          objectCount: 0,
          brokenCount: 0,
          lastCompleteSyncAt: at,
        },
      });
      const logger = mockServices.logger.mock();
      const describer = Describer.create({
        knex,
        inventory,
        engines: Engines.create([engine]),
        logger,
      });
      work = RecoveryWork.create({
        knex,
        inventory,
        judge: Judge.create({
          knex,
          describer,
          rules,
          objectives: defaultObjectiveConfig,
          defaultOwner: 'group:default/platform',
        }),
        version: '1',
        lease: await acquire('recovery'),
      });
      ledger = DefaultLedger.create({
        knex,
        describer,
        onMarked: () => {},
        logger,
      });
      await work.doSome();
    });

    afterEach(() => knex.destroy());

    /** Has the cluster show something else, and the database judged for it. */
    async function show(
      now: Partial<typeof shown>,
      options: { uid?: string; createdAt?: string } = {},
    ) {
      shown = { restores: [], ...now };
      version += 1;
      const fact = serverFact('orders', { version });
      const body = {
        ...JSON.parse(fact.body),
        uid: options.uid ?? 'first',
        createdAt: options.createdAt ?? daysAgo(400),
      };
      await inventory.writeFacts({
        lease: writer,
        cluster: 'eu',
        kind: SERVER_KIND,
        upserts: [
          {
            ...fact,
            body: JSON.stringify(body),
            hash: String(version),
          },
        ],
        deletedKeys: [],
      });
      return await judge();
    }

    async function judge() {
      while (await work.doSome()) {
        // There is more.
      }
      const stored = (await readDatabases(knex, { ids: [id] })).get(id);
      return {
        verdict: stored?.summary.verdict,
        rules: stored?.assessment.findings.map(({ rule }) => rule),
        rto: stored?.assessment.rto,
      };
    }

    const aReport = (
      overrides: Partial<Omit<RestoreReport, 'database'>> = {},
    ) => ({
      report: {
        schemaVersion: 1 as const,
        id: 'drill-1',
        database: reference,
        purpose: 'drill' as const,
        tool: 'runbook',
        startedAt: daysAgo(1),
        readyAt: daysAgo(1, 30),
        outcome: 'succeeded' as const,
        checks: [],
        ...overrides,
      },
      reportedBy: 'external:drills',
    });

    it('stay Proven when the copy that proved it is deleted, until the drill interval is over', async () => {
      expect((await show({})).verdict).toBe('protected');
      expect((await show({ restores: [aCopy(89)] })).verdict).toBe('proven');
      expect((await show({})).verdict).toBe('proven');
      expect(await knex('restores')).toHaveLength(1);

      // The default asks for a drill every 90 days.
      await knex('restores').delete();
      await show({ restores: [aCopy(91)] });
      expect(await show({})).toMatchObject({
        verdict: 'protected',
        rules: ['restore/overdue'],
      });
    });

    it('follow a report at once, and a failed check of the next one', async () => {
      await show({});
      await ledger.report(aReport());
      expect((await judge()).verdict).toBe('proven');

      await ledger.report(
        aReport({
          id: 'drill-2',
          startedAt: daysAgo(0, -30),
          readyAt: daysAgo(0, -20),
          checks: [{ name: 'rows', passed: false, detail: '0 rows' }],
        }),
      );
      expect(await judge()).toMatchObject({
        verdict: 'at-risk',
        rules: ['restore/drill-check-failed'],
      });
    });

    it('are not proven by what came before the database', async () => {
      await show({});
      await ledger.report(aReport());
      expect((await judge()).verdict).toBe('proven');
      // Created anew: what was of the former one is not of this one.
      expect(
        await show({}, { uid: 'second', createdAt: daysAgo(0, -5) }),
      ).toMatchObject({ verdict: 'protected', rules: ['restore/never'] });
      // Nor is a report that comes late, and does not say which one it was.
      await ledger.report(aReport({ id: 'late' }));
      expect(await judge()).toMatchObject({
        verdict: 'protected',
        rules: ['restore/never'],
      });
    });

    it('count the copy that was seen and its report as one restore', async () => {
      const copy = aCopy(1);
      await show({ restores: [copy] });
      await ledger.report(
        aReport({
          startedAt: copy.startedAt,
          readyAt: copy.readyAt,
          target: {
            namespace: 'shop',
            kind: copy.target.kind,
            name: copy.target.name,
          },
        }),
      );
      await judge();
      const page = await ledger.list({ id, limit: 10 });
      expect(page.items.map(({ origin }) => origin)).toEqual(['reported']);
      expect(page.totalItems).toBe(1);
    });

    it('remember the last failover when the cluster has forgotten it', async () => {
      const failover: Failover = {
        startedAt: daysAgo(3),
        endedAt: daysAgo(3, 1),
        evidence,
      };
      await show({ failovers: [failover] });
      await show({ failovers: [failover] });
      await show({});
      expect(await knex('failovers')).toHaveLength(1);
      const proofs = await readProofs(knex, { databaseIds: [id] });
      expect(proofs.get(`${id} first`)?.failovers).toEqual([failover]);
    });

    it('go on to rest on the last restore when old ones are forgotten', async () => {
      await show({ restores: [aCopy(500), aCopy(450), aCopy(1)] });
      await pruneLedger(knex, { before: Date.parse(daysAgo(400)) });
      expect((await ledger.list({ id, limit: 10 })).totalItems).toBe(1);
      await pruneLedger(knex, { before: Date.now() });
      expect((await ledger.list({ id, limit: 10 })).totalItems).toBe(1);
    });
  },
);
