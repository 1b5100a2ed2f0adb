import { aPoint, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupOneDatabase } from './one-database';

const onlyDatabase = observed('shop', '.spec.jobTemplate');
const stores = [aStore({ method: 'dump-job' })];

describe('base-backup/one-database', () => {
  // mysqldump(1) of MySQL 8.4: grants are in the database `mysql`, which a dump of another one does not hold.
  it('mentions what a dump of the one database leaves out', () => {
    const [finding] = findingsOf(baseBackupOneDatabase, {
      recoveryPoints: [aPoint({ onlyDatabase })],
      stores,
    });
    expect(finding).toMatchObject({
      severity: 'info',
      message: expect.stringContaining('hold shop'),
      evidence: [onlyDatabase.evidence],
    });
    expect(finding.ceiling).toBeUndefined();
  });

  it('is content with one of the whole server beside it', () => {
    expect(
      findingsOf(baseBackupOneDatabase, {
        recoveryPoints: [aPoint(), aPoint({ onlyDatabase })],
        stores,
      }),
    ).toEqual([]);
    expect(findingsOf(baseBackupOneDatabase)).toEqual([]);
  });
});
