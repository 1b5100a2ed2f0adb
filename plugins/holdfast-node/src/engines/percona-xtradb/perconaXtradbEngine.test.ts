import { describeEngineContract } from '../../testUtils';
import { node } from '../__testUtils__/objects';
import { pxc, samplesOf } from '../percona/__testUtils__/objects';
import { volumesEngine } from '../volumes';
import { perconaXtradbEngine } from './perconaXtradbEngine';

const { cluster, backup, restore, pod, claim } = samplesOf(pxc);

describeEngineContract(perconaXtradbEngine, {
  samples: [
    cluster(),
    backup(),
    restore(backup()),
    pod(0, 'node1'),
    claim,
    node,
  ],
  alongside: [volumesEngine],
  phase: ['status', 'state'],
});
