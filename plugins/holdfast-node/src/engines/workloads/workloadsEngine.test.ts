import { describeEngineContract } from '../../testUtils';
import { node } from '../__testUtils__/objects';
import { volumesEngine } from '../volumes';
import {
  claim,
  cronJob,
  job,
  mysql,
  pod,
  postgres,
  service,
} from './__testUtils__/objects';
import { workloadsEngine } from './workloadsEngine';

describeEngineContract(workloadsEngine, {
  samples: [
    mysql(),
    postgres(),
    service(),
    claim(),
    pod,
    cronJob(),
    job(),
    node,
  ],
  alongside: [volumesEngine],
  phase: ['status', 'readyReplicas'],
});
