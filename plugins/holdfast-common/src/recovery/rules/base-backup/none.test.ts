import {
  aDatabase,
  anAttempt,
  aPoint,
  aStore,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { noBaseBackup } from './none';

const stores = [
  aStore({
    firstRecoverabilityPoint: undefined,
    lastSuccessfulBackup: undefined,
  }),
];

describe('base-backup/none', () => {
  it('does not let archived WAL pass for a backup', () => {
    const [finding] = findingsOf(noBaseBackup, { recoveryPoints: [], stores });
    expect(finding).toMatchObject({
      severity: 'critical',
      ceiling: 'unprotected',
      message:
        'No base backup on the store in use (s3://backups/shop/orders). Archived WAL alone cannot be restored.',
    });
    // CloudNativePG reports ContinuousArchiving=True on a cluster without any base backup.
    expect(finding.evidence).toEqual([aDatabase().archiving.working?.evidence]);
  });

  it('says when the first one is on its way', () => {
    const [finding] = findingsOf(noBaseBackup, {
      recoveryPoints: [],
      stores,
      attempts: [anAttempt({ state: 'running' })],
    });
    expect(finding.ceiling).toBe('unprotected');
    expect(finding.message).toContain('running since 2026-11-20 11:00 UTC');
  });

  it.each([
    ['there is one', { recoveryPoints: [aPoint()] }],
    [
      'there is one of which it cannot be told',
      { recoveryPoints: [aPoint({ incarnation: 'unknown' as const })] },
    ],
    [
      'nobody could look',
      {
        missing: [
          {
            area: 'backups' as const,
            kind: 'Backup.postgresql.cnpg.io',
            reason: 'forbidden' as const,
            message: '',
          },
        ],
      },
    ],
    ['the store has another word', { stores: [aStore()] }],
    ['it is a replica cluster', { role: observed('replica-cluster' as const) }],
  ])('does not say so where %s', (_, overrides) => {
    expect(
      findingsOf(noBaseBackup, { recoveryPoints: [], stores, ...overrides }),
    ).toEqual([]);
  });
});
