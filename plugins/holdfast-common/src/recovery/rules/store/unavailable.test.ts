import { aPoint, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeUnavailable } from './unavailable';

const down = aStore({ available: observed(false, '.status.phase') });

describe('store/unavailable', () => {
  it('leaves open whether backups are there that nobody can reach', () => {
    expect(findingsOf(storeUnavailable, { stores: [down] })).toMatchObject([
      {
        severity: 'critical',
        ceiling: 'unknown',
        message: expect.stringContaining(
          's3://backups/shop/orders cannot be reached',
        ),
      },
    ]);
  });

  it('counts what lies elsewhere', () => {
    const other = aStore({ id: 'other' });
    expect(
      findingsOf(storeUnavailable, {
        stores: [down, other],
        recoveryPoints: [aPoint({ storeId: 'other' })],
      }),
    ).toMatchObject([{ ceiling: 'at-risk' }]);
  });

  it('says nothing of one that is reached, not told of, or no longer used', () => {
    expect(
      findingsOf(storeUnavailable, {
        stores: [
          aStore(),
          aStore({ available: observed(true) }),
          { ...down, id: 'former', inUse: false },
        ],
      }),
    ).toEqual([]);
  });
});
