import { aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeLost } from './lost';

// ClaimLost in staging/src/k8s.io/api/core/v1/types.go of Kubernetes.
const phase = observed('Lost', '.status.phase');
const lost = aVolume(1, {
  phase,
  troubles: [{ kind: 'lost', evidence: phase.evidence }],
});
const bound = aVolume(2, { phase: observed('Bound') });

describe('volume/lost', () => {
  it('means a restore where it was the only one', () => {
    expect(findingsOf(volumeLost, { volumes: [lost] })).toMatchObject([
      {
        severity: 'critical',
        ceiling: 'at-risk',
        evidence: [{ value: 'Lost' }],
        remedy: expect.stringContaining('latest recovery point'),
      },
    ]);
  });

  it('says so where nothing can be restored', () => {
    const [{ remedy }] = findingsOf(volumeLost, {
      volumes: [lost],
      recoveryPoints: [],
    });
    expect(remedy).toContain('nothing else to restore from');
  });

  it('means a new instance where another one has the data', () => {
    const [finding] = findingsOf(volumeLost, { volumes: [lost, bound] });
    expect(finding.ceiling).toBeUndefined();
    expect(finding.remedy).toContain('from another one');
  });

  it('has nothing to say of volumes that are there', () => {
    expect(findingsOf(volumeLost, { volumes: [bound] })).toEqual([]);
  });
});
