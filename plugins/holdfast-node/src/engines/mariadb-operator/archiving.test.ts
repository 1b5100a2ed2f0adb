import { describeMariaDb, judge } from './__testUtils__/describe';
import {
  altered,
  job,
  mariadb,
  physicalBackup,
  pointInTimeRecovery,
} from './__testUtils__/objects';

const own = [physicalBackup, job()];

describe('describeArchiving', () => {
  it('reads the last moment that can be restored, and no limit of what waits', () => {
    const { archiving } = describeMariaDb([
      mariadb(),
      ...own,
      pointInTimeRecovery,
    ]);
    expect(archiving).toMatchObject({
      configured: {
        value: true,
        evidence: { field: '.spec.pointInTimeRecoveryRef.name', value: 'pitr' },
      },
      working: { value: true },
      lastArchivedAt: {
        value: '2026-02-27T20:10:42Z',
        evidence: { field: '.status.lastRecoverableTime' },
      },
      timeoutSeconds: { value: 0 },
    });
  });

  it('does not read a moment before this MariaDB, which is about another', () => {
    const anew = altered(mariadb(), {
      metadata: { creationTimestamp: '2026-02-27T20:15:00Z' },
    });
    const { archiving } = describeMariaDb([anew, pointInTimeRecovery]);
    expect(archiving.lastArchivedAt).toBeUndefined();
  });

  it('is off without a reference, whatever there is beside the MariaDB', () => {
    const { archiving, stores } = describeMariaDb([
      mariadb({ pitr: false }),
      ...own,
      pointInTimeRecovery,
    ]);
    expect(archiving).toMatchObject({ configured: { value: false } });
    expect(archiving.working).toBeUndefined();
    expect(stores).toHaveLength(1);
  });

  it('continues the backups of the PhysicalBackup that it names, and no others', () => {
    const other = altered(physicalBackup, {
      metadata: { name: 'physicalbackup-other' },
    });
    const otherJob = job({
      name: 'physicalbackup-other-20260227000000',
      of: ['PhysicalBackup', 'physicalbackup-other'],
    });
    const { rpo, window } = judge([
      mariadb(),
      other,
      otherJob,
      pointInTimeRecovery,
    ]);
    expect(rpo.data.basis).toBe('points');
    expect(window?.continuous).toBe(false);
    const withBase = judge([
      mariadb(),
      ...own,
      other,
      otherJob,
      pointInTimeRecovery,
    ]);
    expect(withBase.rpo.data.basis).toBe('measured');
  });

  it('knows two MariaDBs that archive to one place', () => {
    const twin = altered(mariadb(), {
      metadata: { name: 'mariadb-twin', uid: 'twin' },
    });
    const storesOf = (name: string) =>
      describeMariaDb([mariadb(), twin, pointInTimeRecovery], { name })
        .archiving.storeId;
    expect(storesOf('mariadb-twin')).toBe(storesOf('mariadb-repl'));
  });
});
