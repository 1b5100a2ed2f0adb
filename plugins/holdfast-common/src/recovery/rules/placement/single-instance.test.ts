import { Database } from '../../../model';
import { anInstance, aVolume, observed } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { singleInstance } from './single-instance';

const one: Partial<Database> = {
  desiredInstances: observed(1),
  readyInstances: observed(1),
  nodesUsed: observed(1),
  instances: [anInstance(1)],
  volumes: [aVolume(1)],
};

describe('placement/single-instance', () => {
  it('is enough where its volume comes along in time', () => {
    expect(findingsOf(singleInstance, one)).toEqual([]);
  });

  it('is not enough where the objective is shorter than that', () => {
    // Kubernetes: 300 s until pods are evicted, 6 min until a volume is detached by force.
    const objective = anObjective({ rtoOf: { instance: 300 } });
    expect(findingsOf(singleInstance, one, { objective })).toMatchObject([
      {
        ceiling: 'at-risk',
        message:
          'There is only one instance. The loss of its node costs about 11 min of downtime (an estimate), where the objective allows 5 min.',
      },
    ]);
  });

  it('is not enough where the volume goes with the node', () => {
    const [finding] = findingsOf(
      singleInstance,
      { ...one, volumes: [aVolume(1, { nodeLocal: observed(true) })] },
      { objective: anObjective({ rpoOf: { instance: 60 } }) },
    );
    expect(finding.message).toContain(
      'the changes of up to 5 min, where the objective allows 1 min',
    );
  });

  it('has nothing to say of three', () => {
    expect(
      findingsOf(
        singleInstance,
        {},
        { objective: anObjective({ rtoOf: { instance: 1 } }) },
      ),
    ).toEqual([]);
  });
});
