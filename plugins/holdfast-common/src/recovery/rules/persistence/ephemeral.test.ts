import { aPersistence, aRedis, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { persistenceEphemeral } from './ephemeral';

describe('persistence/ephemeral', () => {
  it('leaves nothing to restore from', () => {
    const persistence = aPersistence({
      storage: observed('ephemeral', '.spec.redis.storage'),
    });
    const [finding] = findingsOf(persistenceEphemeral, aRedis({ persistence }));
    expect(finding).toMatchObject({
      severity: 'critical',
      ceiling: 'unprotected',
    });
    expect(finding.evidence[0].field).toBe('.spec.redis.storage');
  });

  it('has nothing to say of a claim, or of other servers', () => {
    expect(findingsOf(persistenceEphemeral, aRedis())).toEqual([]);
    expect(findingsOf(persistenceEphemeral)).toEqual([]);
  });
});
