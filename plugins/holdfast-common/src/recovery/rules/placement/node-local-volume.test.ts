import { anInstance, aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { nodeLocalVolume } from './node-local-volume';

const volumes = [aVolume(1, { nodeLocal: observed(true) })];

describe('placement/node-local-volume', () => {
  it('warns where nothing else has the data', () => {
    const [finding] = findingsOf(nodeLocalVolume, {
      desiredInstances: observed(1),
      instances: [anInstance(1)],
      volumes,
    });
    expect(finding.severity).toBe('warning');
    expect(finding.message).toContain('orders-1');
  });

  it('warns of a directory of the node, which is no volume', () => {
    const [finding] = findingsOf(nodeLocalVolume, {
      desiredInstances: observed(1),
      instances: [anInstance(1)],
      volumes: [],
      unclaimed: observed('node', '.spec.volumes[0].hostPath'),
    });
    expect(finding.severity).toBe('warning');
    expect(finding.message).toContain(
      'The data lies in a directory of its node and is gone with it.',
    );
  });

  it('only mentions it where a replica is ready elsewhere', () => {
    const [finding] = findingsOf(nodeLocalVolume, { volumes });
    expect(finding.severity).toBe('info');
  });

  it.each([
    ['volumes that can move', [aVolume(1)]],
    ['volumes that nobody could read', [aVolume(1, { nodeLocal: undefined })]],
    [
      'volumes without data',
      [aVolume(1, { role: 'other', nodeLocal: observed(true) })],
    ],
  ])('has nothing to say of %s', (_, others) => {
    expect(findingsOf(nodeLocalVolume, { volumes: others })).toEqual([]);
  });
});
