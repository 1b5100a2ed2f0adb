import { aCustody } from '../../__testUtils__/aCustody';
import { observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { recoveryRunsAgain } from './recovery-runs-again';

const restored = {
  custody: aCustody(),
  restoredFrom: observed('orders-v1', '.spec.bootstrap.recovery.source'),
};

describe('deletion/recovery-runs-again', () => {
  it('names what it would come back from', () => {
    expect(findingsOf(recoveryRunsAgain, restored)).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining('anew from orders-v1'),
        evidence: [{ field: '.spec.bootstrap.recovery.source' }, {}],
      },
    ]);
  });

  it('says so more quietly where the deliverer keeps it', () => {
    const custody = aCustody({ whenRemoved: observed('keeps') });
    expect(
      findingsOf(recoveryRunsAgain, { ...restored, custody }),
    ).toMatchObject([{ severity: 'info' }]);
  });

  it.each([
    ['it was not restored', { restoredFrom: undefined }],
    ['nothing delivers it', { custody: aCustody({ delivery: undefined }) }],
    ['it follows another', { role: observed('replica-cluster' as const) }],
  ])('is silent where %s', (_, overrides) => {
    expect(
      findingsOf(recoveryRunsAgain, { ...restored, ...overrides }),
    ).toEqual([]);
  });
});
