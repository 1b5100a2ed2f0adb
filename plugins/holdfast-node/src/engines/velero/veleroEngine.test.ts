import { describeEngineContract } from '../../testUtils';
import { node } from '../__testUtils__/objects';
import { cloudNativePgEngine } from '../cloudnative-pg';
import { volumesEngine } from '../volumes';
import {
  backup,
  claim,
  database,
  dataDownload,
  dataUpload,
  location,
  namespace,
  persistentVolume,
  pod,
  podVolumeBackup,
  podVolumeRestore,
  repository,
  restore,
  schedule,
} from './__testUtils__/objects';
import { veleroEngine } from './veleroEngine';

describeEngineContract(veleroEngine, {
  samples: [
    database,
    claim(),
    persistentVolume(),
    pod({
      annotations: {
        'backup.velero.io/backup-volumes': 'pgdata',
        'pre.hook.backup.velero.io/command':
          '["/sbin/fsfreeze", "--freeze", "/var/lib/postgresql/data"]',
      },
    }),
    node,
    namespace('shop'),
    location(),
    repository(),
    schedule({
      template: {
        labelSelector: { matchLabels: { 'cnpg.io/cluster': 'orders' } },
        hooks: {
          resources: [
            {
              name: 'freeze',
              includedNamespaces: ['shop'],
              pre: [{ exec: { command: ['/bin/true'] } }],
            },
          ],
        },
      },
    }),
    backup(),
    dataUpload(),
    podVolumeBackup(),
    restore(),
    dataDownload(),
    podVolumeRestore(),
  ],
  alongside: [cloudNativePgEngine, volumesEngine],
});
