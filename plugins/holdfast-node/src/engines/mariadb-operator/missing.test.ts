import { describeMariaDb } from './__testUtils__/describe';
import {
  backup,
  mariadb,
  physicalBackup,
  snapshotBackup,
} from './__testUtils__/objects';
import { KubernetesObject } from '../../engine';

type Reason = 'forbidden' | 'absent' | 'not-in-input';

const kinds = [
  'Backup.k8s.mariadb.com',
  'PhysicalBackup.k8s.mariadb.com',
  'PointInTimeRecovery.k8s.mariadb.com',
  'Job.batch',
  'CronJob.batch',
  'VolumeSnapshot.snapshot.storage.k8s.io',
];

function missing(reason: Reason, objects: KubernetesObject[], unread = kinds) {
  return describeMariaDb(objects, {
    unread: unread.map(kind => ({ kind, reason, message: reason })),
  }).missing.map(({ area, kind }) => `${area}: ${kind.split('.')[0]}`);
}

describe('what is missing of a MariaDB', () => {
  it('is what hangs on it', () => {
    expect(missing('forbidden', [mariadb({ pitr: false })])).toEqual([
      'arrangement: Backup',
      'arrangement: PhysicalBackup',
    ]);
    expect(missing('forbidden', [mariadb()])).toContain(
      'stores: PointInTimeRecovery',
    );
    expect(missing('forbidden', [mariadb(), backup])).toEqual(
      expect.arrayContaining(['backups: Job', 'backups: CronJob']),
    );
    expect(missing('forbidden', [mariadb(), snapshotBackup])).toContain(
      'snapshots: VolumeSnapshot',
    );
    expect(missing('forbidden', [mariadb(), physicalBackup])).not.toContain(
      'snapshots: VolumeSnapshot',
    );
  });

  it('is nothing of a kind that the API server does not know', () => {
    expect(missing('absent', [mariadb(), backup, snapshotBackup])).toEqual([]);
  });

  it('is no longer the arrangement once an input has one', () => {
    const unread = ['Backup.k8s.mariadb.com'];
    const objects = [mariadb(), physicalBackup];
    expect(missing('not-in-input', objects, unread)).toEqual([
      'backups: Backup',
    ]);
    // What may not be read may hold anything.
    expect(missing('forbidden', objects, unread)).toEqual([
      'arrangement: Backup',
    ]);
  });
});
