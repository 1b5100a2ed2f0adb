import { HealthState } from '../../../model';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { healthState } from './state';

describe('health/state', () => {
  it.each<[HealthState, string | undefined]>([
    ['starting', undefined],
    ['changing', undefined],
    ['degraded', undefined],
    ['waiting', undefined],
    ['hibernated', undefined],
    ['failed', 'at-risk'],
    ['fenced', 'at-risk'],
    ['unknown', 'unknown'],
  ])('of %s leaves %s', (state, ceiling) => {
    const [finding] = findingsOf(healthState, {
      health: { state, phase: 'Some phase', reason: 'why', evidence: [] },
    });
    expect(finding.ceiling).toBe(ceiling);
    expect(finding.message).toContain('(Some phase: why)');
  });

  it('has nothing to say of a healthy one', () => {
    expect(findingsOf(healthState)).toEqual([]);
  });
});
