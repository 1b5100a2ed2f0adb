import { describeEngineContract } from '../../testUtils';
import { node } from '../__testUtils__/objects';
import { volumesEngine } from '../volumes';
import { workloadsEngine } from '../workloads';
import {
  backup,
  claim,
  copy,
  cronJob,
  job,
  mariadb,
  physicalBackup,
  pod,
  pointInTimeRecovery,
  restore,
  snapshotBackup,
  volumeSnapshot,
} from './__testUtils__/objects';
import { mariadbOperatorEngine } from './mariadbOperatorEngine';

describeEngineContract(mariadbOperatorEngine, {
  samples: [
    mariadb(),
    copy,
    physicalBackup,
    job(),
    snapshotBackup,
    volumeSnapshot,
    backup,
    cronJob,
    job({
      name: 'backup-scheduled-29536140',
      of: ['CronJob', 'backup-scheduled'],
      startTime: '2026-02-27T01:00:00Z',
      completionTime: '2026-02-27T01:00:40Z',
    }),
    pointInTimeRecovery,
    restore,
    pod,
    claim,
    node,
  ],
  alongside: [volumesEngine, workloadsEngine],
  phase: ['status', 'conditions', '0', 'reason'],
});
