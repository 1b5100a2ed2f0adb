import { observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { transitNotEncrypted } from './not-encrypted';

describe('transit/not-encrypted', () => {
  it('names the field to change', () => {
    const [finding] = findingsOf(transitNotEncrypted, {
      encryptedInTransit: observed(false, '.spec.tls.enabled'),
    });
    expect(finding.severity).toBe('warning');
    expect(finding.remedy).toContain('Cluster orders (see .spec.tls.enabled)');
  });

  it.each([undefined, observed(true)])('has nothing to say of %j', value => {
    expect(
      findingsOf(transitNotEncrypted, { encryptedInTransit: value }),
    ).toEqual([]);
  });
});
