import {
  aPersistence,
  aRedis,
  observed,
  sampled,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { persistenceSaveFailing } from './save-failing';

const interval = { longestIntervalSeconds: observed(900) };

function findings(persistence: Parameters<typeof aPersistence>[0]) {
  return findingsOf(
    persistenceSaveFailing,
    aRedis({ persistence: aPersistence(persistence) }),
  );
}

describe('persistence/save-failing', () => {
  it('is critical when the last snapshot failed', () => {
    const [finding] = findings({
      snapshots: {
        ...interval,
        succeeded: sampled(false),
        lastSavedAt: sampled('2026-11-20T03:04:05Z'),
      },
    });
    expect(finding).toMatchObject({ severity: 'critical', ceiling: 'at-risk' });
    expect(finding.message).toContain('2026-11-20 03:04 UTC');
  });

  it('is critical when the log cannot be written, whatever its age', () => {
    const [finding] = findings({
      log: {
        enabled: observed(true),
        flush: observed('everysec'),
        succeeded: sampled(false, '2026-11-19T12:00:00Z'),
      },
    });
    expect(finding).toMatchObject({ severity: 'critical', ceiling: 'at-risk' });
  });

  it('has nothing to say of success, silence, or other servers', () => {
    expect(
      findings({ snapshots: { ...interval, succeeded: sampled(true) } }),
    ).toEqual([]);
    expect(findings({})).toEqual([]);
    expect(findingsOf(persistenceSaveFailing)).toEqual([]);
  });
});
