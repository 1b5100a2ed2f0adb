import { ago, aPoint, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupGone } from './gone';

describe('base-backup/gone', () => {
  it('believes the store rather than the object', () => {
    const [finding] = findingsOf(baseBackupGone, {
      recoveryPoints: [aPoint({ consistentAt: ago({ days: 9 }) })],
      stores: [
        aStore({
          firstRecoverabilityPoint: observed(ago({ days: 3 })),
          lastSuccessfulBackup: undefined,
        }),
      ],
    });
    expect(finding.ceiling).toBe('unprotected');
    expect(finding.message).toContain('from 2026-11-17 12:00 UTC on');
  });

  it('counts no point whose time is over', () => {
    const [finding] = findingsOf(baseBackupGone, {
      recoveryPoints: [
        aPoint({
          consistentAt: ago({ days: 9 }),
          expiresAt: ago({ days: 2 }),
        }),
      ],
      stores: [aStore({ lastSuccessfulBackup: undefined })],
    });
    expect(finding.message).toContain('expired on 2026-11-18 12:00 UTC');
  });

  it('allows for two clocks that tell the end of one backup', () => {
    expect(
      findingsOf(baseBackupGone, {
        recoveryPoints: [aPoint({ consistentAt: ago({ hours: 10 }) })],
        stores: [
          aStore({
            firstRecoverabilityPoint: observed(
              ago({ hours: 9, minutes: 59, seconds: 30 }),
            ),
          }),
        ],
      }),
    ).toEqual([]);
  });
});
