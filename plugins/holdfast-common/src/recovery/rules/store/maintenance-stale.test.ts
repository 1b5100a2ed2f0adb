import { StoreMaintenance } from '../../../model';
import { ago, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeMaintenanceStale } from './maintenance-stale';

// A BackupRepository of Velero; Kopia's is due every hour (`DefaultMaintenanceFrequency` in `pkg/repository/udmrepo/kopialib/lib_repo.go`).
const kept = (overrides: Partial<StoreMaintenance> = {}): StoreMaintenance => ({
  repository: {
    cluster: 'production-eu',
    kind: 'BackupRepository.velero.io',
    namespace: 'velero',
    name: 'shop-default-kopia',
  },
  ready: observed(true),
  frequencySeconds: observed(3600),
  lastSucceededAt: observed(ago({ minutes: 40 })),
  ...overrides,
});
const of = (maintenance: StoreMaintenance) =>
  findingsOf(storeMaintenanceStale, {
    stores: [aStore({ maintenance }), aStore({ id: 'twin', maintenance })],
  });

describe('store/maintenance-stale', () => {
  it('takes a repository that cannot be opened for a threat, and tells of it once', () => {
    expect(of(kept({ ready: observed(false) }))).toMatchObject([
      { severity: 'warning', ceiling: 'at-risk' },
    ]);
  });

  it('minds three intervals without upkeep, which costs room and no data', () => {
    const [finding] = of(
      kept({ lastSucceededAt: observed(ago({ hours: 4 })) }),
    );
    expect(finding.message).toContain('is overdue. It last succeeded on 2026');
    expect(finding.severity).toBe('warning');
    expect(finding.ceiling).toBeUndefined();
  });

  it('mentions a run that failed', () => {
    expect(
      of(kept({ failure: observed('repository is locked') })),
    ).toMatchObject([
      {
        severity: 'info',
        message: expect.stringContaining('failed (repository is locked)'),
      },
    ]);
  });

  it('is content with one that is looked after', () => {
    expect(of(kept())).toEqual([]);
    expect(of(kept({ lastSucceededAt: undefined }))).toEqual([]);
  });
});
