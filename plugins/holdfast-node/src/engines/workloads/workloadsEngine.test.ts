import { KubernetesObject } from '../../engine';
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
import { statefulSets } from './resources';
import { workloadsEngine } from './workloadsEngine';

it('names what it fails to describe by its image', () => {
  const nameOf = (object: KubernetesObject) =>
    workloadsEngine.engineNameOf?.({
      data: workloadsEngine.project(statefulSets, object)?.data ?? {},
    });
  expect([nameOf(postgres()), nameOf(mysql())]).toEqual([
    'postgresql',
    'mysql',
  ]);
  expect(workloadsEngine.engineNameOf?.({ data: {} })).toBeUndefined();
});

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
