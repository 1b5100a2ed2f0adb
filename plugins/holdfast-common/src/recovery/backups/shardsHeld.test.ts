import {
  anInstance,
  aPoint,
  aRedis,
  aVolume,
  ago,
  now,
  observed,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import { assess } from '../assess';

/** Two shards: 1 and its replica 2, 3 and its replica 4. */
const instances = ['a', 'a', 'b', 'b'].map((shard, index) =>
  anInstance(index + 1, {
    role: index % 2 === 0 ? 'primary' : 'replica',
    shard,
  }),
);

function judge(...copies: number[][]) {
  const redis = aRedis();
  return assess({
    database: aRedis({
      shards: observed(2),
      desiredInstances: observed(4),
      instances,
      volumes: [1, 2, 3, 4].map(ordinal => aVolume(ordinal)),
      recoveryPoints: copies.map(ordinals =>
        aPoint({
          method: 'volume-snapshot',
          storeId: redis.stores[0].id,
          needsWal: false,
          consistentAt: ago({ hours: 10 }),
          claims: ordinals.map(ordinal => `orders-${ordinal}`),
        }),
      ),
    }),
    objective: anObjective({ rpo: 86_400 }),
    now,
  });
}

describe('copies of the volumes of several shards', () => {
  it('bring the database back when they hold a volume of each', () => {
    expect(judge([1, 3]).rpo.data.seconds).toBeDefined();
    expect(judge([2, 3]).rpo.data.seconds).toBeDefined();
  });

  it('leave a part of the keys behind when they do not', () => {
    const { verdict, findings, rpo } = judge([1, 2]);
    expect(verdict).toBe('unprotected');
    expect(findings.map(({ rule }) => rule)).toContain('base-backup/partial');
    expect(rpo.data.seconds).toBeUndefined();
  });

  it('are not known to belong together when each holds another shard', () => {
    const { verdict, findings } = judge([1], [3]);
    expect(verdict).toBe('unknown');
    expect(findings.map(({ rule }) => rule)).toContain('base-backup/uncertain');
  });
});
