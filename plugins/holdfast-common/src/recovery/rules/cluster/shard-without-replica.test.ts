import { Database } from '../../../model';
import { aRedis, anInstance, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { shardWithoutReplica } from './shard-without-replica';

function ofShards(overrides: Partial<Database> = {}): Database {
  return aRedis({
    shards: observed(2, '.spec.clusterSize'),
    desiredInstances: observed(4),
    instances: ['a', 'a', 'b', 'b'].map((shard, index) =>
      anInstance(index + 1, {
        role: index % 2 === 0 ? 'primary' : 'replica',
        shard,
      }),
    ),
    ...overrides,
  });
}

describe('cluster/shard-without-replica', () => {
  it('counts what is asked for', () => {
    const [finding] = findingsOf(
      shardWithoutReplica,
      ofShards({ desiredInstances: observed(3), instances: [] }),
    );
    // What the newest backup lacks is more than the hour that may be lost.
    expect(finding).toMatchObject({ severity: 'critical', ceiling: 'at-risk' });
    expect(finding.message).toContain('2 shards and replicas for 1 of them');
  });

  it('sees a shard whose replica is not ready, or beside its primary', () => {
    const { instances } = ofShards();
    for (const change of [
      { ready: observed(false) },
      { node: observed('node-3') },
    ]) {
      const [finding] = findingsOf(
        shardWithoutReplica,
        ofShards({
          instances: instances.map((instance, index) =>
            index === 3 ? { ...instance, ...change } : instance,
          ),
        }),
      );
      expect(finding.message).toContain('no replica that is ready');
    }
  });

  it('has nothing to say of shards that each have one, or of one that has none', () => {
    expect(findingsOf(shardWithoutReplica, ofShards())).toEqual([]);
    expect(findingsOf(shardWithoutReplica, aRedis())).toEqual([]);
  });
});
