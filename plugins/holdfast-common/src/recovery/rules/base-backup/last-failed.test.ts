import {
  ago,
  anAttempt,
  aStore,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { lastBackupFailed } from './last-failed';

describe('base-backup/last-failed', () => {
  it('names backup, time and error', () => {
    const error = observed('rpc error: code = Unknown desc = exit status 1');
    const findings = findingsOf(lastBackupFailed, {
      attempts: [anAttempt({ error })],
    });
    expect(findings).toMatchObject([
      {
        ceiling: 'at-risk',
        message: `The last backup (orders-attempt) failed on 2026-11-20 11:05 UTC: ${error.value}`,
      },
    ]);
    expect(findings[0].evidence).toContain(error.evidence);
  });

  it('forgets a failure that a success followed', () => {
    expect(
      findingsOf(lastBackupFailed, {
        attempts: [
          anAttempt({
            startedAt: ago({ hours: 12 }),
            endedAt: ago({ hours: 12 }),
          }),
        ],
      }),
    ).toEqual([]);
  });

  it('does not forget a failure of which no time is known', () => {
    const attempts = [anAttempt({ startedAt: undefined, endedAt: undefined })];
    expect(findingsOf(lastBackupFailed, { attempts })).toHaveLength(1);
  });

  it.each([
    ['running', 'running' as const],
    ['pending', 'pending' as const],
  ])('does not blame a backup that is %s', (_, state) => {
    expect(
      findingsOf(lastBackupFailed, { attempts: [anAttempt({ state })] }),
    ).toEqual([]);
  });

  it('believes the store where no object tells', () => {
    const findings = findingsOf(lastBackupFailed, {
      stores: [aStore({ lastFailedBackup: observed(ago({ hours: 1 })) })],
    });
    expect(findings).toMatchObject([
      {
        message:
          's3://backups/shop/orders records a failed backup on 2026-11-20 11:00 UTC and no success since.',
      },
    ]);
  });
});
