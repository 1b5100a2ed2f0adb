import { aPoint, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupPartial } from './partial';

const partial = observed('shop and stock', '.spec.databases');
const stores = [aStore({ lastSuccessfulBackup: undefined })];

describe('base-backup/partial', () => {
  it('does not take the backup of some databases for one of their server', () => {
    const [finding] = findingsOf(baseBackupPartial, {
      recoveryPoints: [aPoint({ partial })],
      stores,
    });
    expect(finding.ceiling).toBe('unprotected');
    expect(finding.message).toContain('holds only shop and stock');
    expect(finding.evidence[0]).toBe(partial.evidence);
  });

  it('is content with a backup of all beside it', () => {
    expect(
      findingsOf(baseBackupPartial, {
        recoveryPoints: [aPoint(), aPoint({ partial })],
        stores,
      }),
    ).toEqual([]);
  });
});
