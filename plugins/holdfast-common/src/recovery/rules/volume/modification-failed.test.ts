import { VolumeTrouble } from '../../../model';
import { aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeModificationFailed } from './modification-failed';

const refused = (trouble: Partial<VolumeTrouble>) => ({
  volumes: [
    aVolume(1, {
      troubles: [
        {
          kind: 'modification',
          evidence: observed('Infeasible').evidence,
          ...trouble,
        },
      ],
    }),
  ],
});

// PersistentVolumeClaimModifyVolumeStatus in staging/src/k8s.io/api/core/v1/types.go of Kubernetes.
describe('volume/modification-failed', () => {
  it.each([
    [{ cause: 'infeasible' }, 'refuses them for good'],
    [{ cause: 'class-missing' }, 'does not exist'],
    [{ message: 'iops too high' }, 'Kubernetes says: iops too high'],
  ] as const)('by %j says why', (trouble, words) => {
    const [finding] = findingsOf(volumeModificationFailed, refused(trouble));
    expect(finding.severity).toBe('warning');
    expect(finding.ceiling).toBeUndefined();
    expect(finding.message).toContain(words);
    expect(finding.remedy).toContain('volumeAttributesClassName');
  });

  it('has nothing to say of volumes as they should be', () => {
    expect(findingsOf(volumeModificationFailed)).toEqual([]);
  });
});
