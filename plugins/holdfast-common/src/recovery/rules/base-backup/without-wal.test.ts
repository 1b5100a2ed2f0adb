import {
  aDatabase,
  aPoint,
  aStore,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { baseBackupWithoutWal } from './without-wal';

const { archiving } = aDatabase();
const stores = [aStore({ lastSuccessfulBackup: undefined })];

describe('base-backup/without-wal', () => {
  it.each([
    ['there is no archiver', { configured: observed(false, '.spec.plugins') }],
    ['WAL is skipped', { skipped: observed(true, '.metadata.annotations') }],
  ])('counts no hot backup where %s', (_, change) => {
    const [finding] = findingsOf(baseBackupWithoutWal, {
      archiving: { ...archiving, ...change },
      stores,
    });
    expect(finding.ceiling).toBe('unprotected');
    const [cause] = Object.values(change);
    expect(finding.evidence[0]).toBe(cause.evidence);
  });

  it('asks a plain server for no archiver', () => {
    const [{ remedy }] = findingsOf(baseBackupWithoutWal, {
      archiving: { ...archiving, configured: observed(false), offered: false },
      stores,
    });
    // pg_basebackup(1): "stream WAL while the backup is being taken".
    expect(remedy).toContain('--wal-method=stream');
  });

  it('counts a snapshot of the stopped database', () => {
    expect(
      findingsOf(baseBackupWithoutWal, {
        archiving: { ...archiving, configured: observed(false) },
        recoveryPoints: [aPoint({ needsWal: false })],
        stores,
      }),
    ).toEqual([]);
  });
});
