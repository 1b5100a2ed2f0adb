import { aStore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { archivingDeprecatedMethod } from './deprecated-method';

describe('archiving/deprecated-method', () => {
  it('says what is deprecated since when, and leaves the verdict alone', () => {
    const [finding] = findingsOf(archivingDeprecatedMethod, {
      stores: [aStore({ method: 'barman-in-tree' })],
    });
    // CloudNativePG's release notes: deprecated in 1.26, to be removed in 1.31.
    expect(finding.message).toContain('1.26');
    expect(finding.message).toContain('1.31');
    expect(finding.ceiling).toBeUndefined();
  });

  it.each([
    ['the plugin', aStore()],
    ['a former store', aStore({ method: 'barman-in-tree', inUse: false })],
  ])('has nothing to say about %s', (_, store) => {
    expect(findingsOf(archivingDeprecatedMethod, { stores: [store] })).toEqual(
      [],
    );
  });
});
