import { entriesOf, fields, listOf, scalar } from '../../engine';
import { ownMarks, ownMetadata } from '../servers/ownMetadata';
import { ancestorLabel } from './names';

const present = fields({});

const place = {
  s3: fields({
    bucket: scalar,
    prefix: scalar,
    endpointUrl: scalar,
    region: scalar,
    credentialsSecret: scalar,
  }),
  gcs: fields({
    bucket: scalar,
    prefix: scalar,
    endpointUrl: scalar,
    credentialsSecret: scalar,
  }),
  azure: fields({
    container: scalar,
    prefix: scalar,
    endpointUrl: scalar,
    credentialsSecret: scalar,
  }),
};

const serverSpec = fields({
  size: scalar,
  image: scalar,
  clusterType: scalar,
  replicationChannels: listOf(fields({ name: scalar, isSource: scalar })),
  volumeSpec: fields({
    emptyDir: present,
    hostPath: fields({ path: scalar }),
    persistentVolumeClaim: fields({
      resources: fields({ requests: fields({ storage: scalar }) }),
    }),
  }),
});

const app = fields({ ready: scalar, state: scalar, version: scalar });

export const clusterShape = fields({
  metadata: ownMetadata,
  spec: fields({
    pause: scalar,
    mysql: serverSpec,
    pxc: serverSpec,
    haproxy: fields({ enabled: scalar }),
    backup: fields({
      enabled: scalar,
      storages: entriesOf(
        fields({
          type: scalar,
          ...place,
          volumeSpec: present,
          volume: present,
        }),
      ),
      schedule: listOf(
        fields({
          name: scalar,
          schedule: scalar,
          storageName: scalar,
          keep: scalar,
          type: scalar,
        }),
      ),
      pitr: fields({
        enabled: scalar,
        storageName: scalar,
        binlogServer: fields({ storage: fields({ s3: place.s3 }) }),
      }),
    }),
  }),
  status: fields({
    state: scalar,
    mysql: app,
    pxc: app,
    binlogServer: fields({ state: scalar }),
  }),
});

export const backupShape = fields({
  metadata: fields({
    deletionTimestamp: scalar,
    labels: entriesOf(
      scalar,
      name => name === ancestorLabel || name === 'ancestor',
    ),
  }),
  spec: fields({
    clusterName: scalar,
    pxcCluster: scalar,
    storageName: scalar,
    type: scalar,
    incrementalBaseBackupName: scalar,
  }),
  status: fields({
    state: scalar,
    stateDescription: scalar,
    error: scalar,
    completed: scalar,
    destination: scalar,
    type: scalar,
    latestRestorableTime: scalar,
    ...place,
    storage: fields({ type: scalar, ...place }),
    conditions: listOf(
      fields({
        type: scalar,
        status: scalar,
        reason: scalar,
        message: scalar,
        lastTransitionTime: scalar,
      }),
    ),
  }),
});

export const restoreShape = fields({
  metadata: fields({ labels: ownMarks, annotations: ownMarks }),
  spec: fields({
    clusterName: scalar,
    pxcCluster: scalar,
    backupName: scalar,
    pitr: fields({ type: scalar, date: scalar }),
  }),
  status: fields({
    state: scalar,
    stateDescription: scalar,
    comments: scalar,
    completed: scalar,
  }),
});
