import { describeEngineContract } from '../../testUtils';
import { node, volumeSnapshot } from '../__testUtils__/objects';
import { readRecording } from '../__testUtils__/recording';
import { volumesEngine } from './volumesEngine';

const kinds = new Set(volumesEngine.resources.map(({ kind }) => kind));

describeEngineContract(volumesEngine, {
  samples: [
    ...readRecording('healthy-one-instance').objects.filter(({ kind }) =>
      kinds.has(kind ?? ''),
    ),
    node,
    volumeSnapshot(),
  ],
});
