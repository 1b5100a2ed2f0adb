import { anAttempt, aPoint, aStore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupUncertain } from './uncertain';

const stores = [aStore({ lastSuccessfulBackup: undefined })];

describe('base-backup/uncertain', () => {
  it.each([
    [
      'its incarnation',
      { recoveryPoints: [aPoint({ incarnation: 'unknown' as const })] },
      'which incarnation it was taken from',
    ],
    [
      'its store',
      { recoveryPoints: [aPoint({ storeId: undefined })] },
      'on which store it lies',
    ],
    [
      'how it ended',
      {
        recoveryPoints: [],
        attempts: [anAttempt({ state: 'unknown' as const })],
      },
      'a state that this version does not know',
    ],
    [
      'whose it is',
      { recoveryPoints: [], stores: [aStore()] },
      's3://backups/shop/orders says that a backup succeeded on 2026-11-20 02:02 UTC',
    ],
    [
      'whether it is',
      {
        recoveryPoints: [],
        missing: [
          {
            area: 'backups' as const,
            kind: 'Backup.postgresql.cnpg.io',
            reason: 'forbidden' as const,
            message: '',
          },
        ],
      },
      'backups could not be read',
    ],
  ])('is Unknown where nothing tells %s', (_, overrides, reason) => {
    const [finding] = findingsOf(baseBackupUncertain, { stores, ...overrides });
    expect(finding.ceiling).toBe('unknown');
    expect(finding.message).toContain(reason);
  });

  it('is content with one point that is certain', () => {
    expect(
      findingsOf(baseBackupUncertain, {
        recoveryPoints: [aPoint(), aPoint({ incarnation: 'unknown' })],
      }),
    ).toEqual([]);
  });
});
