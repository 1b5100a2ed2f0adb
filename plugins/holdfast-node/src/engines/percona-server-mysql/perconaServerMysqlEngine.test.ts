import { describeEngineContract } from '../../testUtils';
import { node } from '../__testUtils__/objects';
import { ps, samplesOf } from '../percona/__testUtils__/objects';
import { volumesEngine } from '../volumes';
import { perconaServerMysqlEngine } from './perconaServerMysqlEngine';

const { cluster, backup, restore, pod, claim } = samplesOf(ps);

describeEngineContract(perconaServerMysqlEngine, {
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
