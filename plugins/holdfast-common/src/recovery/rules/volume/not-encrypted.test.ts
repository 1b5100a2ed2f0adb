import { aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { volumeNotEncrypted } from './not-encrypted';

// `encrypted` in docs/parameters.md of kubernetes-sigs/aws-ebs-csi-driver; "Encryption by default" of the Amazon EBS user guide.
describe('volume/not-encrypted', () => {
  it.each([
    [false, 'warning'],
    [true, undefined],
    [undefined, undefined],
  ])('where it is %s', (encrypted, severity) => {
    const [finding] = findingsOf(volumeNotEncrypted, {
      volumes: [
        aVolume(1, {
          storageClass: observed('fast'),
          ...(encrypted !== undefined && {
            encrypted: observed(encrypted, '.parameters.encrypted'),
          }),
        }),
      ],
    });
    expect(finding?.severity).toBe(severity);
  });

  it('is said once of all volumes', () => {
    const volumes = [1, 2].map(ordinal =>
      aVolume(ordinal, { encrypted: observed(false) }),
    );
    const [finding, ...others] = findingsOf(volumeNotEncrypted, { volumes });
    expect(others).toEqual([]);
    expect(finding.message).toContain('2 volumes are not encrypted');
  });
});
