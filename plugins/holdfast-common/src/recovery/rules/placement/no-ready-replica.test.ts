import { Database } from '../../../model';
import { aDatabase, observed } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { noReadyReplica } from './no-ready-replica';

const alone: Partial<Database> = {
  readyInstances: observed(1),
  instances: aDatabase().instances.map(instance => ({
    ...instance,
    ready: observed(instance.role === 'primary'),
  })),
};

describe('placement/no-ready-replica', () => {
  it('counts only replicas that are ready', () => {
    const [finding] = findingsOf(noReadyReplica, alone);
    expect(finding.message).toContain('Of 3 instances 1 are ready');
    expect(finding.ceiling).toBeUndefined();
  });

  it('lets the objective decide', () => {
    const objective = anObjective({ rtoOf: { instance: 300 } });
    expect(findingsOf(noReadyReplica, alone, { objective })).toMatchObject([
      { ceiling: 'at-risk' },
    ]);
  });

  it('is content with one', () => {
    expect(findingsOf(noReadyReplica)).toEqual([]);
  });
});
