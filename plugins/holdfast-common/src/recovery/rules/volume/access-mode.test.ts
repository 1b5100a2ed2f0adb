import { aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeAccessMode } from './access-mode';

const volumeWith = (modes: string, provisioner = 'ebs.csi.aws.com') =>
  aVolume(1, {
    accessModes: observed(modes, '.spec.accessModes'),
    provisioner: observed(provisioner),
  });

// "Access Modes" of the Kubernetes documentation: ReadWriteOnce is one node, ReadWriteOncePod one pod, the latter for CSI volumes only.
describe('volume/access-mode', () => {
  it.each([
    ['ReadWriteMany', 'warning'],
    ['ReadWriteOnce, ReadWriteMany', 'warning'],
    ['ReadWriteOnce', 'info'],
    ['ReadWriteOncePod', undefined],
  ])('%s is %s', (modes, severity) => {
    const [finding] = findingsOf(volumeAccessMode, {
      volumes: [volumeWith(modes)],
    });
    expect(finding?.severity).toBe(severity);
    expect(finding?.ceiling).toBeUndefined();
  });

  it('is said once of all volumes', () => {
    const volumes = [
      volumeWith('ReadWriteOnce'),
      {
        ...aVolume(2),
        ...volumeWith('ReadWriteOnce'),
        claim: aVolume(2).claim,
      },
    ];
    const findings = findingsOf(volumeAccessMode, { volumes });
    expect(findings).toHaveLength(1);
    expect(findings[0].evidence).toHaveLength(2);
  });

  it.each([
    [
      'another mode is not to be had',
      volumeWith('ReadWriteOnce', 'kubernetes.io/no-provisioner'),
    ],
    ['nothing says which', aVolume(1)],
    [
      'it holds no data',
      { ...volumeWith('ReadWriteMany'), role: 'other' as const },
    ],
  ])('has nothing to say where %s', (_, volume) => {
    expect(findingsOf(volumeAccessMode, { volumes: [volume] })).toEqual([]);
  });
});
