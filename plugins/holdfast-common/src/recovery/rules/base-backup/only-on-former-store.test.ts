import { aDatabase, aStore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupOnlyOnFormerStore } from './only-on-former-store';

const archiving = { ...aDatabase().archiving, storeId: 'new' };
const inUse = aStore({
  id: 'new',
  location: undefined,
  firstRecoverabilityPoint: undefined,
  lastSuccessfulBackup: undefined,
});

describe('base-backup/only-on-former-store', () => {
  it('names both places', () => {
    const findings = findingsOf(baseBackupOnlyOnFormerStore, {
      archiving,
      stores: [inUse, aStore({ inUse: false })],
    });
    expect(findings).toMatchObject([
      {
        ceiling: 'unprotected',
        message:
          'The newest base backup (orders-2026-11-20, 2026-11-20 02:02 UTC) lies on s3://backups/shop/orders that is no longer in use. On ObjectStore backups, which is, there is none.',
      },
    ]);
  });

  it('is content with a point on the store in use', () => {
    expect(findingsOf(baseBackupOnlyOnFormerStore)).toEqual([]);
  });
});
