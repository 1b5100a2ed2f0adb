import {
  aPersistence,
  aPoint,
  aRedis,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { persistenceFlushLax } from './flush-lax';

describe('persistence/flush-lax', () => {
  it('warns of a log that nothing forces to the disk', () => {
    const persistence = aPersistence({
      log: { enabled: observed(true), flush: observed('no') },
    });
    const [finding] = findingsOf(persistenceFlushLax, aRedis({ persistence }));
    expect(finding).toMatchObject({ severity: 'warning', ceiling: 'at-risk' });
  });

  it('only warns where a dump brings the data back without it', () => {
    const persistence = aPersistence({
      log: { enabled: observed(true), flush: observed('no') },
    });
    const [finding] = findingsOf(
      persistenceFlushLax,
      aRedis({
        persistence,
        stores: aRedis().stores.map(store => ({ ...store, id: 'dumps' })),
        recoveryPoints: [
          aPoint({ method: 'dump-job', storeId: 'dumps', needsWal: false }),
        ],
      }),
    );
    expect(finding.severity).toBe('warning');
    expect(finding.ceiling).toBeUndefined();
  });

  it('has nothing to say of a log that is off, or forced to the disk', () => {
    const off = aPersistence({
      log: { enabled: observed(false), flush: observed('no') },
    });
    expect(
      findingsOf(persistenceFlushLax, aRedis({ persistence: off })),
    ).toEqual([]);
    expect(findingsOf(persistenceFlushLax, aRedis())).toEqual([]);
    expect(findingsOf(persistenceFlushLax)).toEqual([]);
  });
});
