import { describeEngineContract } from '../../testUtils';
import {
  databaseRole,
  logicalDatabase,
  node,
  pooler,
  publication,
  subscription,
  volumeSnapshot,
} from '../__testUtils__/objects';
import { readRecording } from '../__testUtils__/recording';
import { volumesEngine } from '../volumes';
import { cloudNativePgEngine } from './cloudNativePgEngine';

const copy = readRecording('restored-copy').objects.filter(
  ({ kind, metadata }) => kind === 'Cluster' && metadata.name === 'orders-copy',
);

describeEngineContract(cloudNativePgEngine, {
  samples: [
    ...readRecording('healthy-one-instance').objects,
    ...copy,
    pooler,
    logicalDatabase,
    publication,
    subscription,
    databaseRole,
    node,
    volumeSnapshot(),
  ],
  alongside: [volumesEngine],
});
