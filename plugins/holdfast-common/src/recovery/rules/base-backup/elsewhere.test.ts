import { aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupElsewhere } from './elsewhere';

const withoutBackups = {
  recoveryPoints: [],
  stores: [aStore({ lastSuccessfulBackup: undefined })],
};

describe('base-backup/elsewhere', () => {
  it('does not say more of a replica cluster than it knows', () => {
    expect(
      findingsOf(baseBackupElsewhere, {
        ...withoutBackups,
        role: observed('replica-cluster'),
      }),
    ).toMatchObject([{ ceiling: 'unknown' }]);
  });

  it('is no excuse for a primary', () => {
    expect(findingsOf(baseBackupElsewhere, withoutBackups)).toEqual([]);
  });

  it('has nothing to say of a replica cluster with backups of its own', () => {
    expect(
      findingsOf(baseBackupElsewhere, { role: observed('replica-cluster') }),
    ).toEqual([]);
  });
});
