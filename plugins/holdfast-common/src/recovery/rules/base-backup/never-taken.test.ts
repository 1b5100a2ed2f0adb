import { aDatabase, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupNeverTaken } from './never-taken';

const basis = 'declared';

describe('base-backup/never-taken', () => {
  it('misses a schedule among manifests', () => {
    expect(
      findingsOf(
        baseBackupNeverTaken,
        { recoveryPoints: [], schedules: [] },
        { basis },
      ),
    ).toMatchObject([{ ceiling: 'unprotected' }]);
  });

  it('is content with one', () => {
    expect(
      findingsOf(baseBackupNeverTaken, { recoveryPoints: [] }, { basis }),
    ).toEqual([]);
  });

  it('says when WAL would be missing', () => {
    const [finding] = findingsOf(
      baseBackupNeverTaken,
      {
        archiving: { ...aDatabase().archiving, skipped: observed(true) },
        recoveryPoints: [],
      },
      { basis },
    );
    expect(finding.message).toContain('without the WAL');
  });

  it('leaves a database that runs to its facts', () => {
    expect(
      findingsOf(baseBackupNeverTaken, { recoveryPoints: [], schedules: [] }),
    ).toEqual([]);
  });
});
