import { aPoint, aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeReclaimPolicy } from './reclaim-policy';

const volumeWith = (ordinal: number, policy: string) =>
  aVolume(ordinal, { reclaimPolicy: observed(policy) });
const doomed = { volumes: [volumeWith(1, 'Delete')] };
const snapshot = aPoint({ method: 'volume-snapshot', needsWal: false });

// "Reclaiming" of the Kubernetes documentation.
describe('volume/reclaim-policy', () => {
  it('is only mentioned where a backup lies elsewhere', () => {
    const [finding] = findingsOf(volumeReclaimPolicy, doomed);
    expect(finding.severity).toBe('info');
    expect(finding.message).toContain('restored from a backup');
  });

  it.each([
    ['none', []],
    ['snapshots alone', [snapshot]],
  ])('is a warning with %s', (_, recoveryPoints) => {
    const [finding] = findingsOf(volumeReclaimPolicy, {
      ...doomed,
      recoveryPoints,
    });
    expect(finding.severity).toBe('warning');
    expect(finding.remedy).toContain('persistentVolumeReclaimPolicy');
  });

  it.each([
    ['Retain', [volumeWith(1, 'Retain')]],
    ['one that stays', [volumeWith(1, 'Delete'), volumeWith(2, 'Retain')]],
    ['one that nobody could read', [volumeWith(1, 'Delete'), aVolume(2)]],
  ])('has nothing to say of %s', (_, volumes) => {
    expect(findingsOf(volumeReclaimPolicy, { volumes })).toEqual([]);
  });
});
