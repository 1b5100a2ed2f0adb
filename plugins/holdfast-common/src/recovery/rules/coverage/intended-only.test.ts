import { ago, aPoint, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { intendedOnly } from './intended-only';

const intended = aPoint({
  consistentAt: ago({ hours: 1 }),
  holding: observed('intended'),
  claims: ['orders-1'],
});

describe('coverage/intended-only', () => {
  it('leaves open whether there is a backup', () => {
    expect(
      findingsOf(intendedOnly, { recoveryPoints: [intended] }),
    ).toMatchObject([
      {
        severity: 'warning',
        ceiling: 'unknown',
        message: expect.stringContaining(
          'was to take the bytes of orders-1, and nothing in the cluster shows',
        ),
      },
    ]);
  });

  it('only remarks on it where an older one is known to hold the data', () => {
    const [finding] = findingsOf(intendedOnly, {
      recoveryPoints: [intended, aPoint()],
    });
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding.ceiling).toBeUndefined();
  });

  it('is silent where a newer one does, or where the bytes are shown', () => {
    const newer = aPoint({ consistentAt: ago({ minutes: 5 }) });
    expect(
      findingsOf(intendedOnly, { recoveryPoints: [intended, newer] }),
    ).toEqual([]);
    const moved = aPoint({ holding: observed('moved') });
    expect(findingsOf(intendedOnly, { recoveryPoints: [moved] })).toEqual([]);
  });
});
