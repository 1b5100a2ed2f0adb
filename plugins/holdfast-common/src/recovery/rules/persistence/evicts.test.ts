import { aPersistence, aRedis, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { persistenceEvicts } from './evicts';

describe('persistence/evicts', () => {
  it('points to the objective of a cache, and limits nothing', () => {
    const persistence = aPersistence({
      evicts: observed(true, '.spec.redis.customConfig'),
    });
    const [finding] = findingsOf(persistenceEvicts, aRedis({ persistence }));
    expect(finding.severity).toBe('info');
    expect(finding.ceiling).toBeUndefined();
    expect(finding.remedy).toContain('rpo: none');
  });

  it('has nothing to say of noeviction, which is the default', () => {
    const persistence = aPersistence({ evicts: observed(false) });
    expect(findingsOf(persistenceEvicts, aRedis({ persistence }))).toEqual([]);
    expect(findingsOf(persistenceEvicts, aRedis())).toEqual([]);
  });
});
