import { aVolume, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { rollingUpdateOneWriter } from './rolling-update-one-writer';

const overlapsOnChange = observed(true, '.spec.strategy.type');

describe('placement/rolling-update-one-writer', () => {
  it('warns of a second server on the volume', () => {
    const [finding] = findingsOf(rollingUpdateOneWriter, {
      overlapsOnChange,
      volumes: [aVolume(1, { accessModes: observed('ReadWriteOnce') })],
    });
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding.ceiling).toBeUndefined();
    expect(finding.evidence).toHaveLength(2);
  });

  it('warns where the claim could not be read', () => {
    expect(
      findingsOf(rollingUpdateOneWriter, { overlapsOnChange, volumes: [] }),
    ).toHaveLength(1);
  });

  it.each([
    ['one that ends before the next one starts', { volumes: [aVolume(1)] }],
    ['what says so', { overlapsOnChange: observed(false) }],
    [
      'a volume that one pod alone may have',
      {
        overlapsOnChange,
        volumes: [aVolume(1, { accessModes: observed('ReadWriteOncePod') })],
      },
    ],
  ])('has nothing to say of %s', (_, changes) => {
    expect(findingsOf(rollingUpdateOneWriter, changes)).toEqual([]);
  });
});
