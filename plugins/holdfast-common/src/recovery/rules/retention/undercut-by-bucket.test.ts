import { aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { retentionUndercutByBucket } from './undercut-by-bucket';

const day = 86_400;

function expiringAfter(days: number) {
  return { stores: [aStore({ lifecycleExpirySeconds: observed(days * day) })] };
}

describe('retention/undercut-by-bucket', () => {
  // The retention of the fixture is 30 d, its objective 14 d.
  it.each([
    [10, 'critical', 'the objective is to keep recovery points for 14 d'],
    [20, 'warning', 'the retention is 30 d'],
  ])('says what %s d undercut', (days, severity, words) => {
    const [finding] = findingsOf(
      retentionUndercutByBucket,
      expiringAfter(days),
    );
    expect(finding).toMatchObject({ severity, ceiling: 'at-risk' });
    expect(finding.message).toContain(words);
  });

  it('is content with a bucket that waits', () => {
    expect(findingsOf(retentionUndercutByBucket, expiringAfter(30))).toEqual(
      [],
    );
    expect(findingsOf(retentionUndercutByBucket)).toEqual([]);
  });
});
