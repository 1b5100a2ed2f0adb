import { KubernetesObject } from '../../engine';
import { jobs } from '../workloads/resources';
import { mariadbs } from './resources';
import { claim as claimOf } from './claim';
import { claim, job, pod } from './__testUtils__/objects';
import { persistentVolumeClaims, pods } from '../volumes/resources';

const mariadb = 'MariaDB.k8s.mariadb.com/shop/mariadb-repl';

function withSpec(object: KubernetesObject, spec: KubernetesObject['spec']) {
  return { ...object, spec };
}

describe('claim', () => {
  it('takes the pods and claims of a MariaDB', () => {
    expect(claimOf(pods, pod)?.subjects).toEqual([mariadb]);
    expect(claimOf(persistentVolumeClaims, claim)?.subjects).toEqual([mariadb]);
    expect(claimOf(mariadbs, pod)).toBeUndefined();
  });

  it('does not take the pods of its restore jobs for instances', () => {
    // BuildPhysicalBackupRestoreJob gives them the selector labels of the MariaDB.
    const { 'statefulset.kubernetes.io/pod-name': _, ...labels } =
      pod.metadata.labels ?? {};
    expect(
      claimOf(pods, { ...pod, metadata: { ...pod.metadata, labels } }),
    ).toBeUndefined();
  });

  it('takes jobs that take backups', () => {
    expect(claimOf(jobs, job())?.subjects).toEqual([
      'PhysicalBackup.k8s.mariadb.com/shop/physicalbackup-daily',
    ]);
    expect(claimOf(jobs, job({ of: ['Backup', 'backup'] }))?.subjects).toEqual([
      'Backup.k8s.mariadb.com/shop/backup',
    ]);
    expect(
      claimOf(jobs, job({ of: ['CronJob', 'backup-scheduled'] }))?.subjects,
    ).toEqual(['CronJob.batch/shop/backup-scheduled']);
  });

  it('leaves the jobs of everybody else', () => {
    const reports = job({ of: ['CronJob', 'reports'] });
    const spec = {
      template: { spec: { containers: [{ name: 'reports' }] } },
    };
    expect(claimOf(jobs, withSpec(reports, spec))).toBeUndefined();
    expect(claimOf(jobs, job({ of: ['Restore', 'restore'] }))).toBeUndefined();
  });
});
