import {
  aPersistence,
  aPoint,
  aRedis,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { persistenceNone } from './none';

// `save ""` and `appendonly no`: redis.io, "Redis persistence", "No persistence".
const nothing = aPersistence({
  storage: observed('none', '.spec.redis.customConfig'),
  snapshots: { longestIntervalSeconds: observed(0) },
  log: { enabled: observed(false) },
});

describe('persistence/none', () => {
  it('leaves nothing to restore from, whatever is copied of the volume', () => {
    const [finding] = findingsOf(
      persistenceNone,
      aRedis({ persistence: nothing }),
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      ceiling: 'unprotected',
    });
    expect(finding.evidence.map(({ field }) => field)).toContain(
      '.spec.redis.customConfig',
    );
  });

  it('does not speak against a dump', () => {
    const dump = aPoint({ method: 'dump-job', needsWal: false });
    const [finding] = findingsOf(
      persistenceNone,
      aRedis({
        persistence: nothing,
        stores: aRedis().stores.map(store => ({ ...store, id: 'dumps' })),
        recoveryPoints: [{ ...dump, storeId: 'dumps' }],
      }),
    );
    expect(finding.severity).toBe('warning');
    expect(finding.ceiling).toBeUndefined();
  });

  it('has nothing to say of what is written, or of other servers', () => {
    expect(findingsOf(persistenceNone, aRedis())).toEqual([]);
    expect(findingsOf(persistenceNone)).toEqual([]);
  });
});
