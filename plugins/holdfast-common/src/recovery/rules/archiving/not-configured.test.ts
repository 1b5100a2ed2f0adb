import { Database } from '../../../model';
import {
  aDatabase,
  aRedis,
  aStore,
  observed,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { archivingNotConfigured } from './not-configured';

const archiving = {
  ...aDatabase().archiving,
  configured: observed(false, '.spec.plugins'),
};

describe('archiving/not-configured', () => {
  it('has nothing to say where there is an archiver', () => {
    expect(findingsOf(archivingNotConfigured)).toEqual([]);
  });

  it('leaves nothing where there are no snapshots either', () => {
    const [finding] = findingsOf(archivingNotConfigured, {
      archiving,
      stores: [],
    });
    expect(finding).toMatchObject({
      severity: 'critical',
      ceiling: 'unprotected',
    });
    // Backups by other tools may exist: the facts do not tell.
    expect(finding.message).toContain('other tools');
  });

  it('explains a database that was restored and not told to archive', () => {
    const [finding] = findingsOf(archivingNotConfigured, {
      archiving,
      stores: [],
      restoredFrom: observed('orders-old', '.spec.bootstrap.recovery.source'),
    });
    expect(finding.message).toContain('restored from orders-old');
    expect(finding.evidence).toHaveLength(2);
  });

  it('leaves the verdict to the points where snapshots are taken', () => {
    const [finding] = findingsOf(archivingNotConfigured, {
      archiving,
      stores: [aStore({ method: 'volume-snapshot' })],
    });
    expect(finding.severity).toBe('warning');
    expect(finding.ceiling).toBeUndefined();
  });

  it('asks a server that works in memory for copies of its volumes, and for no archiver', () => {
    const [finding] = findingsOf(
      archivingNotConfigured,
      aRedis({ stores: [], schedules: [], recoveryPoints: [] }),
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      ceiling: 'unprotected',
    });
    expect(`${finding.message} ${finding.remedy}`).not.toMatch(/archive|WAL/);
    expect(findingsOf(archivingNotConfigured, aRedis())).toEqual([]);
  });

  describe('advises what is there', () => {
    const words = (database: Partial<Database>) => {
      const [{ message, remedy }] = findingsOf(
        archivingNotConfigured,
        database,
      );
      return `${message} ${remedy}`;
    };
    const kept = [aStore({ method: 'dump-job' })];

    // Neither has a WAL; who runs them is asked for backups, and by hand for dumps or copies of volumes.
    it.each(['mysql', 'mariadb'] as const)('of %s by an operator', engine => {
      const bare = words({ engine, archiving, stores: [] });
      expect(bare).toContain('Have its operator take backups');
      const dumped = words({ engine, archiving, stores: kept });
      expect(dumped).toContain('have the operator archive the binary log');
      expect(`${bare} ${dumped}`).not.toMatch(/WAL|archiver|base backup/);
    });

    it.each(['postgresql', 'mysql', 'mariadb'] as const)(
      'of %s in a plain workload',
      engine => {
        const plain = { engine, archiving: { ...archiving, offered: false } };
        const bare = words({ ...plain, stores: [] });
        expect(bare).toContain('by a CronJob');
        const dumped = words({ ...plain, stores: kept });
        expect(dumped).toContain('have the database run by an operator');
        expect(`${bare} ${dumped}`).not.toMatch(/archiver|base backup/);
      },
    );
  });

  it('does not ask it of a replica cluster', () => {
    expect(
      findingsOf(archivingNotConfigured, {
        archiving,
        role: observed('replica-cluster'),
      }),
    ).toEqual([]);
  });
});
