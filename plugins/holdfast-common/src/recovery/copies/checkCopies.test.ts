import * as fc from 'fast-check';
import { Database } from '../../model';
import {
  aDatabase,
  ago,
  anInstance,
  aPoint,
  aRestore,
  aStore,
  now,
  observed,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import {
  arbitraryDatabase,
  arbitraryObjective,
} from '../__testUtils__/arbitraryDatabase';
import { assess } from '../assess';
import { CopyCheckId } from './CopyCheck';

function checkOf(id: CopyCheckId, overrides: Partial<Database>) {
  const { copyChecks = [] } = assess({
    database: aDatabase(overrides),
    objective: anObjective(),
    now,
  });
  expect(copyChecks.map(check => check.id)).toEqual([
    'three-copies',
    'two-media',
    'off-site',
    'immutable',
    'no-errors',
  ]);
  return copyChecks.find(check => check.id === id);
}

const none: Partial<Database> = {
  recoveryPoints: [],
  stores: [],
  schedules: [],
  archiving: { ...aDatabase().archiving, configured: observed(false) },
};
const one: Partial<Database> = {
  instances: [anInstance(1)],
  desiredInstances: observed(1),
};
const snapshots: Partial<Database> = {
  stores: [aStore({ id: 'snapshots', method: 'volume-snapshot' })],
  recoveryPoints: [
    aPoint({
      storeId: 'snapshots',
      method: 'volume-snapshot',
      consistentAt: ago({ hours: 1 }),
      needsWal: false,
    }),
  ],
};
const in1 = { region: observed('eu-west-1') };

const follower = (overrides: object = {}) => ({
  id: 'us/shop/Cluster.postgresql.cnpg.io/orders',
  object: { ...aDatabase().reference, cluster: 'us' },
  via: { ...observed('archive'), value: 'archive' as const },
  ready: observed(true),
  ...overrides,
});

// 3-2-1-1-0: three copies, on two media, one off-site, one immutable, no errors in a test of restoring. A snapshot in the storage of the
// volumes is neither another medium nor off-site.
describe('checkCopies', () => {
  it.each<[string, CopyCheckId, Partial<Database>, string, RegExp]>([
    [
      'replicas on nodes of their own and a store',
      'three-copies',
      {},
      'met',
      /^4 copies: the data itself, 2 replicas on other nodes, 1 place with recovery points\.$/,
    ],
    [
      'replicas on the node of the primary',
      'three-copies',
      {
        instances: [1, 2, 3].map(at =>
          anInstance(at, { node: observed('node-1') }),
        ),
      },
      'not-met',
      /^2 copies/,
    ],
    [
      'replicas of which nobody knows where they are',
      'three-copies',
      { instances: [1, 2].map(at => anInstance(at, { node: undefined })) },
      'unknown',
      /^At least 2 copies/,
    ],
    [
      'nothing but itself',
      'three-copies',
      { ...none, ...one },
      'not-met',
      /^1 copy/,
    ],
    [
      'a replica of only one part of its keys',
      'three-copies',
      {
        ...none,
        shards: observed(2),
        instances: [
          anInstance(1, { shard: '0' }),
          anInstance(2, { shard: '0' }),
          anInstance(3, { shard: '0' }),
          anInstance(1, { shard: '1' }),
        ],
      },
      'not-met',
      /^1 copy/,
    ],
    [
      'a database that follows in another cluster',
      'three-copies',
      { ...one, copies: [follower()] },
      'met',
      /1 database that follows/,
    ],
    [
      'an object store',
      'two-media',
      {},
      'met',
      /s3:\/\/backups\/shop\/orders holds recovery points/,
    ],
    ['snapshots alone', 'two-media', snapshots, 'not-met', /share its fate/],
    [
      'a bucket that is served from the cluster',
      'two-media',
      { stores: [aStore({ inCluster: observed(true) })] },
      'not-met',
      /in the cluster itself/,
    ],
    ['no backup', 'two-media', none, 'not-met', /on its volumes alone/],
    [
      'backups that nobody may list',
      'two-media',
      {
        recoveryPoints: [],
        missing: [
          {
            area: 'backups',
            kind: 'Backup.postgresql.cnpg.io',
            reason: 'forbidden',
            message: 'may not be listed',
          },
        ],
      },
      'unknown',
      /not all facts/,
    ],
    [
      'a bucket in another region',
      'off-site',
      { ...in1, stores: [aStore({ region: observed('eu-central-1') })] },
      'met',
      /lies in eu-central-1; the database runs in eu-west-1/,
    ],
    [
      'a bucket in the same region',
      'off-site',
      { ...in1, stores: [aStore(in1)] },
      'not-met',
      /in eu-west-1, as the database does/,
    ],
    [
      'a bucket that does not say where it is',
      'off-site',
      in1,
      'unknown',
      /in which region s3:\/\/backups/,
    ],
    [
      'nodes that do not say where they are',
      'off-site',
      { stores: [aStore(in1)] },
      'unknown',
      /nodes of the database do not say/,
    ],
    [
      'a database that follows in another region',
      'off-site',
      {
        ...in1,
        copies: [follower({ region: observed('us-east-1') })],
      },
      'met',
      /us-east-1/,
    ],
    ['snapshots alone', 'off-site', snapshots, 'not-met', /in the cluster/],
    ['no backup', 'off-site', none, 'not-met', /no copy outside/],
    [
      'a bucket, whose lock the cluster does not show',
      'immutable',
      {},
      'unknown',
      /Object Lock/,
    ],
    ['snapshots alone', 'immutable', snapshots, 'not-met', /can delete/],
    ['no restore', 'no-errors', {}, 'not-met', /No restore/],
    [
      'a drill last week',
      'no-errors',
      { restores: [aRestore()] },
      'met',
      /90 d/,
    ],
    [
      'a drill too long ago',
      'no-errors',
      { restores: [aRestore({ startedAt: ago({ days: 91 }) })] },
      'not-met',
      /older than/,
    ],
    [
      'a drill that failed since',
      'no-errors',
      {
        restores: [
          aRestore(),
          aRestore({ state: 'failed', startedAt: ago({ days: 1 }) }),
        ],
      },
      'not-met',
      /failed/,
    ],
  ])('with %s answers %s', (_, id, overrides, state, words) => {
    const check = checkOf(id, overrides);
    expect(check).toMatchObject({ state });
    expect(check?.message).toMatch(words);
  });

  it('calls nothing met without evidence', () => {
    fc.assert(
      fc.property(
        arbitraryDatabase,
        arbitraryObjective,
        (database, objective) => {
          const { copyChecks = [] } = assess({ database, objective, now });
          const unproven = copyChecks.filter(
            ({ state, evidence }) => state === 'met' && !evidence.length,
          );
          expect(unproven).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
