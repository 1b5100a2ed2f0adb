import { Database } from '../../../model';
import { aDatabase, observed } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { oneNode } from './one-node';

const together: Partial<Database> = {
  nodesUsed: observed(1, '.status.topology.nodesUsed'),
  instances: aDatabase().instances.map(instance => ({
    ...instance,
    node: observed('node-1'),
  })),
};

describe('placement/one-node', () => {
  it('warns, and lets the objective decide', () => {
    const [lenient] = findingsOf(oneNode, together);
    expect(lenient.severity).toBe('warning');
    expect(lenient.ceiling).toBeUndefined();
    expect(lenient.evidence[0].value).toBe(1);

    const objective = anObjective({ rtoOf: { instance: 300 } });
    const [strict] = findingsOf(oneNode, together, { objective });
    expect(strict).toMatchObject({ severity: 'critical', ceiling: 'at-risk' });
  });

  it('has nothing to say of instances apart', () => {
    expect(findingsOf(oneNode)).toEqual([]);
  });

  it('leaves a single instance to its own rule', () => {
    expect(
      findingsOf(oneNode, { ...together, desiredInstances: observed(1) }),
    ).toEqual([]);
  });
});
