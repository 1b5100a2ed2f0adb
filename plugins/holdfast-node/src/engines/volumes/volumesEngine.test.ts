import { describeEngineContract } from '../../testUtils';
import { node, volumeSnapshot } from '../__testUtils__/objects';
import { readRecording } from '../__testUtils__/recording';
import {
  server,
  serverClaim,
  serverEngine,
} from './__testUtils__/serverEngine';
import {
  contentOf,
  snapshotClass,
  snapshotOf,
  volumeAttributesClass,
} from './__testUtils__/snapshots';
import { volumesEngine } from './volumesEngine';

const kinds = new Set(volumesEngine.resources.map(({ kind }) => kind));
const snapshot = snapshotOf('data-shop-0');

describeEngineContract(volumesEngine, {
  samples: [
    ...readRecording('healthy-one-instance').objects.filter(({ kind }) =>
      kinds.has(kind ?? ''),
    ),
    node,
    volumeSnapshot(),
    server,
    // A claim that everything goes wrong with, so that each of its fields is broken in turn.
    serverClaim('data-shop-0', {
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'local',
        volumeAttributesClassName: 'silver',
      },
      status: {
        phase: 'Bound',
        allocatedResourceStatuses: { storage: 'NodeResizeInfeasible' },
        modifyVolumeStatus: {
          status: 'Pending',
          targetVolumeAttributesClassName: 'gold',
        },
        conditions: [
          'ControllerResizeError',
          'FileSystemResizePending',
          'ModifyVolumeError',
          'Unused',
        ].map(type => ({
          type,
          status: 'True',
          message: 'why',
          lastTransitionTime: '2026-11-20T17:30:00Z',
        })),
      },
    }),
    snapshot,
    contentOf(snapshot),
    snapshotClass,
    volumeAttributesClass,
  ],
  alongside: [serverEngine],
});
